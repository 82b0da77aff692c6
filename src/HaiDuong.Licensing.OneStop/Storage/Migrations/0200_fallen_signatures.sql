-- What was signed and may never be issued: its file stays kept.
ALTER TABLE dossiers ADD COLUMN fallen_signatures jsonb NOT NULL DEFAULT '[]';
