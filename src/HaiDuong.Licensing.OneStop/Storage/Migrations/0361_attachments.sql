-- Giấy tờ do cán bộ đính kèm: scans and photos that staff put beside the papers. Like every paper they wait for the virus scanner, however they came in.
ALTER TABLE dossiers ADD COLUMN attachments jsonb NOT NULL DEFAULT '[]';

CREATE FUNCTION attachments_wait_for_scan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO paper_scans (hash, state, since)
    SELECT DISTINCT attachment ->> 'fileHash', 'Waiting', now() FROM jsonb_array_elements(NEW.attachments) AS attachment
    ORDER BY 1
    ON CONFLICT (hash) DO NOTHING;
    RETURN NULL;
END $$;

CREATE TRIGGER attachments_wait_for_scan AFTER INSERT OR UPDATE OF attachments ON dossiers
    FOR EACH ROW WHEN (NEW.attachments <> '[]') EXECUTE FUNCTION attachments_wait_for_scan();
