-- An act about no dossier (a licence, the calendar, the structure of the office) is known by the key of its form alone.
ALTER TABLE done_acts DROP CONSTRAINT pk_done_acts;
ALTER TABLE done_acts ALTER COLUMN dossier_id DROP NOT NULL;
CREATE UNIQUE INDEX ux_done_acts_dossier_id_key ON done_acts (dossier_id, key);
CREATE UNIQUE INDEX ux_done_acts_key ON done_acts (key) WHERE dossier_id IS NULL;
