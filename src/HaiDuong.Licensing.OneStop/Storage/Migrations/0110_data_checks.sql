-- What each check of the whole data found: when, how much it looked at, and every fault.
CREATE TABLE data_checks (
    id uuid NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    dossiers bigint NOT NULL DEFAULT 0,
    files bigint NOT NULL DEFAULT 0,
    faults bigint NOT NULL DEFAULT 0,
    CONSTRAINT pk_data_checks PRIMARY KEY (id)
);

CREATE INDEX ix_data_checks_started_at ON data_checks (started_at);

CREATE TABLE data_faults (
    check_id uuid NOT NULL,
    serial bigint NOT NULL,
    kind text NOT NULL,
    dossier_id uuid,
    subject text NOT NULL,
    expected text NOT NULL,
    found text NOT NULL,
    CONSTRAINT pk_data_faults PRIMARY KEY (check_id, serial),
    CONSTRAINT fk_data_faults_data_checks_check_id FOREIGN KEY (check_id) REFERENCES data_checks (id) ON DELETE CASCADE
);
