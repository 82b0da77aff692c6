-- Number books: every number that was given, with the paper that carries it; a cancelled one stays.

CREATE TABLE numbered_documents (
    office text NOT NULL,
    book text NOT NULL,
    year integer NOT NULL,
    serial bigint NOT NULL,
    number text NOT NULL,
    issued_on date NOT NULL,
    addressee text NOT NULL,
    summary text NOT NULL,
    signer text NOT NULL,
    dossier_id uuid NOT NULL,
    file text NOT NULL,
    at timestamp with time zone NOT NULL,
    numbered_by text NOT NULL,
    cancelled_at timestamp with time zone,
    cancelled_by text,
    cancel_reason text,
    CONSTRAINT pk_numbered_documents PRIMARY KEY (office, book, year, serial),
    CONSTRAINT fk_numbered_documents_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES dossiers (id)
);

CREATE INDEX ix_numbered_documents_dossier_id ON numbered_documents (dossier_id);

-- What stands in a book stays as it is; a number is only cancelled, once.
CREATE FUNCTION refuse_book_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.cancelled_at IS NULL AND (to_jsonb(NEW) - ARRAY['cancelled_at', 'cancelled_by', 'cancel_reason']) = (to_jsonb(OLD) - ARRAY['cancelled_at', 'cancelled_by', 'cancel_reason']) THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'A number in a book is never changed or deleted.';
END $$;

CREATE TRIGGER numbered_documents_are_kept BEFORE UPDATE OR DELETE ON numbered_documents
    FOR EACH ROW EXECUTE FUNCTION refuse_book_change();

CREATE TRIGGER numbered_documents_are_never_emptied BEFORE TRUNCATE ON numbered_documents
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_book_change();

-- The number that the licence had after an event: a letter beside it leaves it its own.
ALTER TABLE licence_events ADD COLUMN licence_number text NOT NULL DEFAULT '';

-- A result may be numbered again when its paper was spoilt; what it does to a licence is entered once.
DROP INDEX ix_licence_events_dossier_id_kind;
CREATE UNIQUE INDEX ix_licence_events_dossier_id ON licence_events (dossier_id) WHERE dossier_id IS NOT NULL AND kind NOT IN ('Entered', 'Renumbered');

CREATE INDEX ix_licences_number_key ON licences (number_key text_pattern_ops);
