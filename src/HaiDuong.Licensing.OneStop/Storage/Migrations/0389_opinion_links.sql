-- Liên kết trả lời ý kiến: to which question a link belongs, known by the hash of its secret alone; what is asked, and whether the link still opens it, the dossier says.
CREATE TABLE opinion_links (
    hash text PRIMARY KEY,
    dossier_id uuid NOT NULL REFERENCES dossiers (id) ON DELETE CASCADE,
    opinion_id uuid NOT NULL UNIQUE,
    division_key text NOT NULL,
    body text NOT NULL,
    email text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    first_opened_at timestamp with time zone,
    last_opened_at timestamp with time zone
);

CREATE INDEX ix_opinion_links_dossier ON opinion_links (dossier_id);

-- The bodies that a division has asked before are offered to it again.
CREATE INDEX ix_opinion_links_division ON opinion_links (division_key, made_at);
