-- Trao đổi với người nộp: what office and applicant write to each other on a dossier. An answer of the applicant waits until somebody of the office has seen it.
CREATE TABLE dossier_messages (
    id uuid PRIMARY KEY,
    dossier_id uuid NOT NULL REFERENCES dossiers (id) ON DELETE CASCADE,
    is_from_applicant boolean NOT NULL,
    by_id uuid,
    by_name text NOT NULL,
    at timestamp with time zone NOT NULL,
    text text NOT NULL,
    seen_at timestamp with time zone
);

CREATE INDEX ix_dossier_messages_dossier ON dossier_messages (dossier_id, id);

CREATE INDEX ix_dossier_messages_unseen ON dossier_messages (dossier_id) WHERE is_from_applicant AND seen_at IS NULL;
