-- Places on the map: masts, game points and schools. One that is approved or imported anew ends the one that it replaces.

CREATE TABLE place_imports (
    id uuid NOT NULL,
    kind text NOT NULL,
    file_name text NOT NULL,
    origin text NOT NULL,
    by_id uuid,
    by_name text NOT NULL,
    read_at timestamp with time zone NOT NULL,
    accepted jsonb NOT NULL,
    accepted_count integer NOT NULL,
    rejected jsonb NOT NULL,
    rejected_count integer NOT NULL,
    confirmed_at timestamp with time zone,
    confirmed_by text,
    undone_at timestamp with time zone,
    undone_by text,
    revision integer NOT NULL,
    CONSTRAINT pk_place_imports PRIMARY KEY (id)
);

CREATE TABLE places (
    id uuid NOT NULL,
    kind text NOT NULL,
    key text NOT NULL,
    code text,
    name text NOT NULL,
    owner text NOT NULL,
    owner_is_person boolean NOT NULL,
    address text NOT NULL,
    district text,
    latitude numeric(9,6) NOT NULL,
    longitude numeric(9,6) NOT NULL,
    details text,
    valid_from date,
    valid_to date,
    decision_number text,
    dossier_id uuid,
    import_id uuid,
    is_demo boolean NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    -- Names of persons are not public, so they are looked for apart.
    text_fold text GENERATED ALWAYS AS (fold(coalesce(code, '') || ' ' || name || ' ' || address || ' ' || coalesce(decision_number, ''))) STORED,
    owner_fold text GENERATED ALWAYS AS (fold(owner)) STORED,
    CONSTRAINT pk_places PRIMARY KEY (id),
    CONSTRAINT fk_places_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES dossiers (id),
    CONSTRAINT fk_places_place_imports_import_id FOREIGN KEY (import_id) REFERENCES place_imports (id)
);

CREATE UNIQUE INDEX ix_places_kind_key ON places (kind, key) WHERE ended_at IS NULL;
CREATE INDEX ix_places_name_id ON places (name, id) WHERE ended_at IS NULL;
CREATE INDEX ix_places_latitude_longitude ON places (latitude, longitude) WHERE ended_at IS NULL;
CREATE INDEX ix_places_dossier_id ON places (dossier_id) WHERE dossier_id IS NOT NULL;
CREATE INDEX ix_places_import_id ON places (import_id) WHERE import_id IS NOT NULL;
