-- What a forecast is taken from: the dossiers of each procedure that came to their result last.
CREATE INDEX ix_dossier_rows_finished ON dossier_rows (procedure_slug, finished_at) WHERE clock = 4 AND finish_class IS NOT NULL;
