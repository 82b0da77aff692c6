-- The licences that are valid to a certain day, for the notices before it.

CREATE INDEX ix_dossiers_valid_to ON dossiers ((decision ->> 'validTo')) WHERE decision ->> 'validTo' IS NOT NULL;
