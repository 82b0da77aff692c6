-- Who asked for a withdrawal or recorded it, with the applicant's paper: somebody else decides.
ALTER TABLE dossiers ADD COLUMN withdrawal jsonb;
