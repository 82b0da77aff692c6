-- In nhiều hồ sơ: the dossiers that somebody chose to print papers of, in their order; kept for a day.
CREATE TABLE print_choices (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    dossiers uuid[] NOT NULL,
    place text,
    chosen_at timestamp with time zone NOT NULL
);

CREATE INDEX ix_print_choices_account ON print_choices (account_id);
