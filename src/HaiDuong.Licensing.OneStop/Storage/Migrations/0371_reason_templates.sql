-- Mẫu lý do: wordings that the administrator keeps for those who send back, ask for more or refuse; for every procedure or office where none is named.
CREATE TABLE reason_templates (
    id uuid PRIMARY KEY,
    purpose text NOT NULL,
    procedure_slug text,
    office text,
    text text NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    saved_by text NOT NULL
);

CREATE INDEX ix_reason_templates_purpose ON reason_templates (purpose, procedure_slug);

-- What the office wrote last in such acts.
CREATE INDEX ix_history_reasons ON history (act, id DESC) INCLUDE (dossier_id)
    WHERE act IN ('SendBack', 'AskSupplement', 'RefuseAtDoor', 'DraftResult') AND note IS NOT NULL;
