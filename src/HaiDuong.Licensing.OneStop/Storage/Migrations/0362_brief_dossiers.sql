-- Nhận nhanh: taken in with what it is about in a sentence; the rest of the form is typed later.
ALTER TABLE dossiers ADD COLUMN abstract text;
ALTER TABLE dossiers ADD COLUMN is_brief boolean NOT NULL DEFAULT false;

CREATE INDEX ix_dossiers_brief ON dossiers (id) WHERE is_brief;
