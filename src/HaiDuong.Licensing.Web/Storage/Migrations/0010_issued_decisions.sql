-- Anybody may check an issued document by its code or by the hash of its file.

CREATE UNIQUE INDEX ix_dossiers_verification_code ON dossiers ((decision ->> 'verificationCode')) WHERE decision IS NOT NULL;

CREATE INDEX ix_dossiers_issued_file ON dossiers ((decision ->> 'issuedFile')) WHERE decision IS NOT NULL;
