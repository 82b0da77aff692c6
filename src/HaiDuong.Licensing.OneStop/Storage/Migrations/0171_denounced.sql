-- Members of staff whom a dossier is about; whose account is shut out does not find it.
ALTER TABLE dossiers
    ADD COLUMN denounced jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN shut_out uuid[] NOT NULL DEFAULT '{}';
