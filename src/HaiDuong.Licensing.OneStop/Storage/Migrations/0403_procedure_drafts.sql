-- One draft a procedure, worked on by administrators: the files as they would be published. The revision lets the second of two notice the first.
CREATE TABLE procedure_drafts (
    slug text NOT NULL,
    files jsonb NOT NULL,
    revision integer NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    saved_by text NOT NULL,
    CONSTRAINT pk_procedure_drafts PRIMARY KEY (slug)
);

-- A save has a number that no other save of any draft ever had, so that a page left open on a dropped draft never fits the next one.
CREATE SEQUENCE procedure_draft_revisions AS integer;
