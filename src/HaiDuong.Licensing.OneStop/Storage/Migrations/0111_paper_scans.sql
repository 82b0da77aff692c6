-- What the virus scanner said of each stored paper. Every paper that a dossier names waits here until it was asked, whichever way it came in.
CREATE TABLE paper_scans (
    hash text NOT NULL,
    state text NOT NULL,
    since timestamp with time zone NOT NULL,
    asked integer NOT NULL DEFAULT 0,
    next_at timestamp with time zone,
    answer text,
    CONSTRAINT pk_paper_scans PRIMARY KEY (hash)
);

CREATE INDEX ix_paper_scans_waiting ON paper_scans (since) WHERE state = 'Waiting';

CREATE FUNCTION papers_wait_for_scan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO paper_scans (hash, state, since)
    SELECT DISTINCT paper ->> 'fileHash', 'Waiting', now() FROM jsonb_array_elements(NEW.papers) AS paper WHERE paper ->> 'fileHash' IS NOT NULL
    ORDER BY 1
    ON CONFLICT (hash) DO NOTHING;
    RETURN NULL;
END $$;

CREATE TRIGGER papers_wait_for_scan AFTER INSERT OR UPDATE OF papers ON dossiers
    FOR EACH ROW WHEN (jsonb_typeof(NEW.papers) = 'array') EXECUTE FUNCTION papers_wait_for_scan();

INSERT INTO paper_scans (hash, state, since)
SELECT DISTINCT paper ->> 'fileHash', 'Waiting', now()
FROM dossiers CROSS JOIN LATERAL jsonb_array_elements(papers) AS paper
WHERE paper ->> 'fileHash' IS NOT NULL;
