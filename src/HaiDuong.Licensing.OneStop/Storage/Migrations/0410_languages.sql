-- Ngôn ngữ nhận tin: in which the applicant of a dossier, and whoever has an account, is written to; null is Vietnamese.
ALTER TABLE dossiers ADD COLUMN language text CHECK (language = 'en');
ALTER TABLE accounts ADD COLUMN language text CHECK (language = 'en');
