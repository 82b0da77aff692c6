-- The due state of every dossier and step: the moments at which its class changes, stored with the act that gave the dates. Time alone changes
-- none of them; late is what has late_from behind it.
ALTER TABLE dossiers
    ADD COLUMN clock integer NOT NULL DEFAULT 0,
    ADD COLUMN report_due timestamp without time zone,
    ADD COLUMN warn_at jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN late_from timestamp without time zone;

ALTER TABLE work_items
    ADD COLUMN warn_from timestamp without time zone,
    ADD COLUMN late_from timestamp without time zone;

ALTER TABLE history
    ADD COLUMN step_class integer,
    ADD COLUMN late_from timestamp without time zone;

-- What was stored before: the program works these out at its next start, by the rules of each dossier.
CREATE TABLE due_states_to_keep (
    dossier_id uuid NOT NULL,
    CONSTRAINT pk_due_states_to_keep PRIMARY KEY (dossier_id),
    CONSTRAINT fk_due_states_to_keep_dossier_id FOREIGN KEY (dossier_id) REFERENCES dossiers (id) ON DELETE CASCADE
);

INSERT INTO due_states_to_keep (dossier_id) SELECT id FROM dossiers WHERE submitted_at IS NOT NULL;

-- A dossier late by itself, for the lists of late work.
CREATE INDEX ix_dossiers_late_from ON dossiers (late_from) WHERE late_from IS NOT NULL;

-- The history is only ever added to; but what it could not yet say is filled in once.
CREATE OR REPLACE FUNCTION refuse_history_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.late_from IS NULL AND OLD.step_class IS NULL
            AND to_jsonb(NEW) - 'late_from' - 'step_class' = to_jsonb(OLD) - 'late_from' - 'step_class'
            AND EXISTS (SELECT FROM due_states_to_keep WHERE dossier_id = OLD.dossier_id) THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'The history of a dossier is never changed or deleted.';
END $$;

-- The due state of an accepted dossier follows from the ledger, as its dates do.
CREATE FUNCTION guard_due_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.accepted_at IS NOT NULL AND jsonb_array_length(NEW.ledger) <= jsonb_array_length(OLD.ledger)
        AND (NEW.clock, NEW.report_due, NEW.late_from, NEW.warn_at) IS DISTINCT FROM (OLD.clock, OLD.report_due, OLD.late_from, OLD.warn_at)
        AND NOT EXISTS (SELECT FROM due_states_to_keep WHERE dossier_id = OLD.id) THEN
        RAISE EXCEPTION 'A due date moves only with a line of the ledger.';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER due_state_follows_the_ledger
    BEFORE UPDATE OF clock, report_due, late_from, warn_at ON dossiers
    FOR EACH ROW EXECUTE FUNCTION guard_due_state();
