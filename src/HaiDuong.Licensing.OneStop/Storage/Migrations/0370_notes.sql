-- Ghi chú nội bộ: what the people of the office write to each other on a dossier. A list marks the dossiers that have one.
CREATE TABLE dossier_notes (
    id uuid PRIMARY KEY,
    dossier_id uuid NOT NULL REFERENCES dossiers (id) ON DELETE CASCADE,
    by_id uuid NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    by_name text NOT NULL,
    at timestamp with time zone NOT NULL,
    text text NOT NULL
);

CREATE INDEX ix_dossier_notes_dossier ON dossier_notes (dossier_id, id);
