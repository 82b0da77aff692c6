-- A code sent to the declared mail address or telephone opens a dossier once; a notice may go to a telephone.

ALTER TABLE notices ADD COLUMN phone text;

CREATE TABLE one_time_codes (
    dossier_id uuid NOT NULL,
    hash text NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    tries integer NOT NULL,
    day_began timestamp with time zone NOT NULL,
    sent_that_day integer NOT NULL,
    CONSTRAINT pk_one_time_codes PRIMARY KEY (dossier_id),
    CONSTRAINT fk_one_time_codes_dossier_id FOREIGN KEY (dossier_id) REFERENCES dossiers (id) ON DELETE CASCADE
);
