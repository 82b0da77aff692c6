-- What was taken in and nobody has worked on since. Of a dossier from before, nobody knows: it is ended as ever.
ALTER TABLE dossiers ADD COLUMN is_untouched boolean NOT NULL DEFAULT false;
