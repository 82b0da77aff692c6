-- Routes and procedures as they were published. A published version never changes: the dossiers received under it run by it to the end.
CREATE TABLE published_versions (
    kind text NOT NULL,
    key text NOT NULL,
    version text NOT NULL,
    hash text NOT NULL,
    files jsonb NOT NULL,
    published_at timestamp with time zone NOT NULL,
    published_by text NOT NULL,
    CONSTRAINT pk_published_versions PRIMARY KEY (kind, key, version)
);

CREATE FUNCTION refuse_published_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A published version is never changed or deleted; publish a new one.';
END $$;

CREATE TRIGGER published_versions_never_change BEFORE UPDATE OR DELETE ON published_versions
    FOR EACH ROW EXECUTE FUNCTION refuse_published_change();

CREATE TRIGGER published_versions_are_never_emptied BEFORE TRUNCATE ON published_versions
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_published_change();

-- One draft a route, worked on by administrators; the revision lets the second of two notice the first.
CREATE TABLE route_drafts (
    route_id text NOT NULL,
    definition text NOT NULL,
    revision integer NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    saved_by text NOT NULL,
    CONSTRAINT pk_route_drafts PRIMARY KEY (route_id)
);

-- The dossiers that a new version of their route may move.
CREATE INDEX ix_dossiers_route ON dossiers (route_id, route_version, id);
