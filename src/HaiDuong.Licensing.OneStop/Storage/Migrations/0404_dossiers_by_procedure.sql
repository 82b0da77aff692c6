-- How many open dossiers each version of a procedure has, and the plan that moves them. No act changes either column, so none pays for the index.
CREATE INDEX ix_dossiers_procedure ON dossiers (procedure_slug, procedure_version);
