-- Which open page last saved the answers of a draft, and as its how manieth sending: a page never conflicts with itself, another page does.
CREATE TABLE sent_drafts (
    dossier_id uuid NOT NULL,
    page uuid NOT NULL,
    number integer NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT pk_sent_drafts PRIMARY KEY (dossier_id),
    CONSTRAINT fk_sent_drafts_dossier_id FOREIGN KEY (dossier_id) REFERENCES dossiers (id) ON DELETE CASCADE
);
