-- The division a dossier was opened for: with the successions it tells whose the dossier was on any day.
ALTER TABLE dossiers ADD COLUMN first_division text;
UPDATE dossiers SET first_division = division_key;
ALTER TABLE dossiers ALTER COLUMN first_division SET NOT NULL;

-- Each office has its own number books. Those so far were the department's.
UPDATE number_series SET series = 'book/stttt-hai-duong/' || substr(series, 6) WHERE series LIKE 'book/%';

-- What administrators announce about units on top of workflows/offices. Rows are only ever added.
CREATE TABLE unit_successions (
    id bigint GENERATED ALWAYS AS IDENTITY,
    unit text NOT NULL,
    successor text NOT NULL,
    "from" date NOT NULL,
    source text NOT NULL,
    published_at timestamp without time zone NOT NULL,
    published_by_id uuid,
    published_by text NOT NULL,
    CONSTRAINT pk_unit_successions PRIMARY KEY (id)
);

CREATE FUNCTION refuse_succession_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'An announced succession is never changed or deleted; announce a later one.';
END $$;

CREATE TRIGGER unit_successions_are_append_only BEFORE UPDATE OR DELETE ON unit_successions
    FOR EACH ROW EXECUTE FUNCTION refuse_succession_change();

CREATE TRIGGER unit_successions_are_never_emptied BEFORE TRUNCATE ON unit_successions
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_succession_change();
