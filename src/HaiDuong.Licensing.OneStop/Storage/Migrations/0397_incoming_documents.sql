-- Sổ đăng ký văn bản đến: one book an office and year; a line is only ever struck through, once.
CREATE TABLE incoming_documents (
    office text NOT NULL,
    year integer NOT NULL,
    serial bigint NOT NULL,
    received_on date NOT NULL,
    sender text NOT NULL,
    number text NOT NULL,
    dated_on date,
    summary text NOT NULL,
    unit text NOT NULL,
    dossier_id uuid REFERENCES dossiers (id),
    note text,
    at timestamp with time zone NOT NULL,
    entered_by text NOT NULL,
    cancelled_at timestamp with time zone,
    cancelled_by text,
    cancel_reason text,
    PRIMARY KEY (office, year, serial)
);

CREATE INDEX ix_incoming_documents_dossier_id ON incoming_documents (dossier_id) WHERE dossier_id IS NOT NULL;

CREATE TRIGGER incoming_documents_are_kept BEFORE UPDATE OR DELETE ON incoming_documents
    FOR EACH ROW EXECUTE FUNCTION refuse_book_change();

CREATE TRIGGER incoming_documents_are_never_emptied BEFORE TRUNCATE ON incoming_documents
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_book_change();
