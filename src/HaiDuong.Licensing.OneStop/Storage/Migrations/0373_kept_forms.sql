-- Nội dung đang nhập: what a member of staff has typed in a form and not sent, for themselves alone. It goes when the form does its act, or after a month.
CREATE TABLE kept_forms (
    account_id uuid NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    address text NOT NULL,
    dossier_id uuid REFERENCES dossiers (id) ON DELETE CASCADE,
    fields jsonb NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_kept_forms PRIMARY KEY (account_id, address)
);

CREATE INDEX ix_kept_forms_dossier ON kept_forms (dossier_id);

CREATE INDEX ix_kept_forms_saved_at ON kept_forms (saved_at);
