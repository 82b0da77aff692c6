-- From which version a draft was begun, so that nobody publishes it over one that came later. Drafts of before began from the version that held.
ALTER TABLE procedure_drafts ADD COLUMN base date;
ALTER TABLE procedure_drafts ADD COLUMN base_hash text;

UPDATE procedure_drafts d
SET (base, base_hash) = (
    SELECT v.version::date, v.hash
    FROM published_versions v
    WHERE v.kind = 'Procedure' AND v.key = d.slug
    ORDER BY v.version > to_char(d.saved_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD'), v.version DESC
    LIMIT 1
);
DELETE FROM procedure_drafts WHERE base IS NULL;

ALTER TABLE procedure_drafts ALTER COLUMN base SET NOT NULL;
ALTER TABLE procedure_drafts ALTER COLUMN base_hash SET NOT NULL;
