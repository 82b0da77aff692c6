-- What each form of the staff did, once: the same form sent again is answered by it, the same key with another content is refused.
CREATE TABLE done_acts (
    dossier_id uuid NOT NULL,
    key uuid NOT NULL,
    account_id uuid,
    body text NOT NULL,
    done_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_done_acts PRIMARY KEY (dossier_id, key),
    CONSTRAINT fk_done_acts_dossier_id FOREIGN KEY (dossier_id) REFERENCES dossiers (id) ON DELETE CASCADE
);
