-- Every dossier of an applicant, and about a thing, whatever became of it: for whoever works on another one.
CREATE INDEX ix_dossier_rows_applicant ON dossier_rows (applicant_identity, dossier_id) WHERE applicant_identity IS NOT NULL;

CREATE INDEX ix_dossier_rows_matters ON dossier_rows USING gin (matters);

CREATE INDEX ix_licences_dossier ON licences (dossier_id) WHERE dossier_id IS NOT NULL;
