-- Làm hàng loạt: one act for many dossiers, chosen, confirmed, then done one by one in the background, each as an act of its own.
CREATE TABLE batches (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    account_id uuid NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    place text,
    culture text NOT NULL,
    chosen_at timestamp with time zone NOT NULL,
    specialist_id uuid,
    note text,
    is_proved boolean NOT NULL DEFAULT false,
    started_at timestamp with time zone,
    stopped_at timestamp with time zone,
    ended_at timestamp with time zone,
    CHECK (started_at IS NOT NULL OR (stopped_at IS NULL AND ended_at IS NULL))
);

CREATE INDEX ix_batches_account ON batches (account_id, chosen_at DESC);

CREATE INDEX ix_batches_running ON batches (started_at) WHERE started_at IS NOT NULL AND ended_at IS NULL;

-- States: 0 chosen, 1 waits for its turn, 2 done, 3 refused, 4 left because the rest was stopped.
CREATE TABLE batch_items (
    id uuid PRIMARY KEY,
    batch_id uuid NOT NULL REFERENCES batches (id) ON DELETE CASCADE,
    ordinal integer NOT NULL,
    dossier_id uuid NOT NULL REFERENCES dossiers (id) ON DELETE CASCADE,
    code text NOT NULL,
    revision integer NOT NULL,
    step_id text,
    sends_back boolean NOT NULL DEFAULT false,
    note text,
    state integer NOT NULL DEFAULT 0 CHECK (state BETWEEN 0 AND 4),
    told text,
    ended_at timestamp with time zone,
    UNIQUE (batch_id, dossier_id)
);

CREATE INDEX ix_batch_items_waiting ON batch_items (ordinal, batch_id) WHERE state = 1;

CREATE INDEX ix_batch_items_dossier ON batch_items (dossier_id);
