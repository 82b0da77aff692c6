-- Anybody may check an issued document by the hash of its file; by its code since the first migration.

CREATE INDEX ix_dossiers_issued_file ON dossiers ((decision ->> 'issuedFile')) WHERE decision IS NOT NULL;
