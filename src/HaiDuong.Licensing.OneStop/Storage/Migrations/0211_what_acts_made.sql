-- What an act about no dossier made (a new import, an account, a count), as JSON: the same form sent again is answered with it.
ALTER TABLE done_acts ADD COLUMN made text;
