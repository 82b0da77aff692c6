-- The register is searched as it stood on a day: by what a licence said then and by every number its papers carried until then.

ALTER TABLE licence_events ADD COLUMN about_fold text GENERATED ALWAYS AS (fold((holder ->> 'name') || ' ' || subject || ' ' || place)) STORED;
CREATE INDEX ix_licence_events_about_fold ON licence_events USING gin (about_fold gin_trgm_ops);

DROP INDEX ix_licence_events_number_key;
CREATE INDEX ix_licence_events_number_key ON licence_events (number_key text_pattern_ops);

-- What a licence says today stands in its last event.
ALTER TABLE licences DROP COLUMN about_fold;
DROP INDEX ix_licences_number_key;
