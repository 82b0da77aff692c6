-- A version that was withdrawn before its first day stays as it was published; another one of the same day is its next edition.
ALTER TABLE published_versions ADD COLUMN edition integer NOT NULL DEFAULT 1;
ALTER TABLE published_versions ALTER COLUMN edition DROP DEFAULT;
ALTER TABLE published_versions DROP CONSTRAINT pk_published_versions;
ALTER TABLE published_versions ADD CONSTRAINT pk_published_versions PRIMARY KEY (kind, key, version, edition);

CREATE TABLE withdrawn_versions (
    kind text NOT NULL,
    key text NOT NULL,
    version text NOT NULL,
    edition integer NOT NULL,
    reason text NOT NULL,
    withdrawn_at timestamp with time zone NOT NULL,
    withdrawn_by text NOT NULL,
    CONSTRAINT pk_withdrawn_versions PRIMARY KEY (kind, key, version, edition),
    CONSTRAINT fk_withdrawn_versions_published FOREIGN KEY (kind, key, version, edition) REFERENCES published_versions
);

CREATE FUNCTION refuse_withdrawal_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The withdrawal of a version is never changed or deleted; publish a new version.';
END $$;

CREATE TRIGGER withdrawn_versions_never_change BEFORE UPDATE OR DELETE ON withdrawn_versions
    FOR EACH ROW EXECUTE FUNCTION refuse_withdrawal_change();

CREATE TRIGGER withdrawn_versions_are_never_emptied BEFORE TRUNCATE ON withdrawn_versions
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_withdrawal_change();
