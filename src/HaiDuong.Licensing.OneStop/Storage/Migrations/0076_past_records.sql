-- What the office did before the software: files read on trial, confirmed and undone as a whole, and the old dossiers that they brought.

CREATE TABLE past_imports (
    id uuid NOT NULL,
    kind text NOT NULL,
    file_name text NOT NULL,
    file_hash text NOT NULL,
    origin text NOT NULL,
    unknown_headers jsonb NOT NULL,
    by_id uuid,
    by_name text NOT NULL,
    read_at timestamp with time zone NOT NULL,
    accepted integer NOT NULL,
    repaired integer NOT NULL,
    rejected integer NOT NULL,
    repairs jsonb NOT NULL,
    pairs jsonb NOT NULL,
    confirmed_at timestamp with time zone,
    confirmed_by text,
    undone_at timestamp with time zone,
    undone_by text,
    revision integer NOT NULL,
    CONSTRAINT pk_past_imports PRIMARY KEY (id)
);

CREATE INDEX ix_past_imports_file_hash ON past_imports (file_hash);

-- The lines of a file: those that can enter until they do, those that cannot with every reason, and what was mended.
CREATE TABLE past_import_rows (
    import_id uuid NOT NULL,
    line integer NOT NULL,
    key text,
    record jsonb,
    cells jsonb,
    codes jsonb,
    reasons jsonb,
    repairs jsonb,
    CONSTRAINT pk_past_import_rows PRIMARY KEY (import_id, line),
    CONSTRAINT fk_past_import_rows_past_imports_import_id FOREIGN KEY (import_id) REFERENCES past_imports (id)
);

CREATE INDEX ix_past_import_rows_rejected ON past_import_rows (import_id, line) WHERE codes IS NOT NULL;
CREATE INDEX ix_past_import_rows_repaired ON past_import_rows (import_id, line) WHERE codes IS NULL AND repairs IS NOT NULL;

-- Dossiers that were settled before the software. Nothing that counts due dates reads this table.
CREATE TABLE past_dossiers (
    id uuid NOT NULL,
    import_id uuid NOT NULL,
    code text NOT NULL,
    code_key text NOT NULL,
    procedure_slug text NOT NULL,
    division_key text NOT NULL,
    applicant jsonb NOT NULL,
    received_on date NOT NULL,
    due_on date,
    finished_on date,
    result text NOT NULL,
    result_number text NOT NULL,
    note text NOT NULL,
    name_fold text GENERATED ALWAYS AS (fold(applicant ->> 'name')) STORED,
    applicant_identity text GENERATED ALWAYS AS (applicant ->> 'identityNumber') STORED,
    CONSTRAINT pk_past_dossiers PRIMARY KEY (id),
    CONSTRAINT fk_past_dossiers_past_imports_import_id FOREIGN KEY (import_id) REFERENCES past_imports (id)
);

CREATE UNIQUE INDEX ix_past_dossiers_code_key ON past_dossiers (code_key text_pattern_ops);
CREATE INDEX ix_past_dossiers_received_on_id ON past_dossiers (received_on DESC, id DESC);
CREATE INDEX ix_past_dossiers_name_fold ON past_dossiers USING gin (name_fold gin_trgm_ops);
CREATE INDEX ix_past_dossiers_applicant_identity ON past_dossiers (applicant_identity);
CREATE INDEX ix_past_dossiers_import_id ON past_dossiers (import_id);

-- A licence of an undone import leaves the register; the reminder that was sent of it stays in the outbox.
ALTER TABLE notices DROP CONSTRAINT notices_licence_id_fkey;
ALTER TABLE notices ADD CONSTRAINT fk_notices_licences_licence_id FOREIGN KEY (licence_id) REFERENCES licences (id) ON DELETE SET NULL;
