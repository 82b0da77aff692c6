-- What administrators confirmed of the legal facts under workflows/, by which document, and what they withdrew. Rows are only ever added:
-- the last line about a fact counts, while the fact says what it said then.
CREATE TABLE fact_confirmations (
    file_key text NOT NULL,
    path text NOT NULL,
    ordinal integer NOT NULL,
    mark text NOT NULL,
    statement text NOT NULL,
    document_kind text NOT NULL,
    document_number text NOT NULL,
    document_date date,
    note text NOT NULL,
    at timestamp without time zone NOT NULL,
    by_id uuid,
    "by" text NOT NULL,
    CONSTRAINT pk_fact_confirmations PRIMARY KEY (file_key, path, ordinal),
    CONSTRAINT fact_confirmations_name_the_document CHECK (
        mark IN ('Confirmed', 'Withdrawn')
        AND (mark = 'Withdrawn' OR (document_kind <> '' AND document_number <> '' AND document_date IS NOT NULL)))
);

CREATE FUNCTION refuse_fact_confirmation_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A confirmation of a fact is never changed or deleted; withdraw it.';
END $$;

CREATE TRIGGER fact_confirmations_are_append_only BEFORE UPDATE OR DELETE ON fact_confirmations
    FOR EACH ROW EXECUTE FUNCTION refuse_fact_confirmation_change();

CREATE TRIGGER fact_confirmations_are_never_emptied BEFORE TRUNCATE ON fact_confirmations
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_fact_confirmation_change();
