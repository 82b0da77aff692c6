-- A denunciation keeps its sender secret: only those who handle it may know who sent it.

ALTER TABLE dossiers ADD COLUMN hides_applicant boolean NOT NULL DEFAULT false;
