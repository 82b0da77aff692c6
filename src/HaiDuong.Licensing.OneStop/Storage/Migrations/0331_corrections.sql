-- What was typed wrong and put right: each value as it stood and as it stands, by whom, when and why.
ALTER TABLE dossiers ADD COLUMN corrections jsonb NOT NULL DEFAULT '[]';
