-- The calendar as dated data: what administrators announce on top of the calendar file. Rows are only ever added.
CREATE TABLE calendar_announcements (
    id bigint GENERATED ALWAYS AS IDENTITY,
    published_at timestamp without time zone NOT NULL,
    title text NOT NULL,
    source text NOT NULL,
    days jsonb NOT NULL,
    hours jsonb NOT NULL,
    published_by_id uuid,
    published_by text NOT NULL,
    CONSTRAINT pk_calendar_announcements PRIMARY KEY (id),
    CONSTRAINT ak_calendar_announcements_published_at UNIQUE (published_at)
);

CREATE FUNCTION refuse_announcement_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'An announcement of the calendar is never changed or deleted; publish a later one.';
END $$;

CREATE TRIGGER announcements_are_append_only BEFORE UPDATE OR DELETE ON calendar_announcements
    FOR EACH ROW EXECUTE FUNCTION refuse_announcement_change();

CREATE TRIGGER announcements_are_never_emptied BEFORE TRUNCATE ON calendar_announcements
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_announcement_change();

-- Open dossiers whose dates a later announcement would move, until the head of the one-stop unit decides.
CREATE TABLE due_date_changes (
    dossier_id uuid NOT NULL,
    known_at timestamp without time zone NOT NULL,
    division_key text NOT NULL,
    old_statutory timestamp without time zone NOT NULL,
    new_statutory timestamp without time zone NOT NULL,
    old_promised timestamp without time zone NOT NULL,
    new_promised timestamp without time zone NOT NULL,
    decision text,
    decided_by_id uuid,
    decided_by text,
    decided_at timestamp with time zone,
    reason text,
    done_at timestamp with time zone,
    CONSTRAINT pk_due_date_changes PRIMARY KEY (dossier_id, known_at),
    CONSTRAINT fk_due_date_changes_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES dossiers (id)
);

CREATE INDEX ix_due_date_changes_undecided ON due_date_changes (dossier_id) WHERE decision IS NULL;

CREATE INDEX ix_due_date_changes_undone ON due_date_changes (dossier_id) WHERE decision IS NOT NULL AND done_at IS NULL;

-- How far the review of all open dossiers has come, for each state of the calendar: an interrupted one goes on here.
CREATE TABLE due_date_reviews (
    known_at timestamp without time zone NOT NULL,
    after uuid NOT NULL,
    seen integer NOT NULL,
    finished_at timestamp with time zone,
    CONSTRAINT pk_due_date_reviews PRIMARY KEY (known_at)
);

-- What the clock says of the end of a dossier, for the reports.
ALTER TABLE dossiers ADD COLUMN finish_class integer;
ALTER TABLE dossiers ADD COLUMN re_promises integer NOT NULL DEFAULT 0;

-- The review passes over the open ones by key.
CREATE INDEX ix_dossiers_running ON dossiers (id) WHERE status BETWEEN 2 AND 7 AND accepted_at IS NOT NULL;

CREATE INDEX ix_dossiers_finished_at ON dossiers (finished_at, division_key) WHERE finished_at IS NOT NULL;

-- Due dates and finishes follow from the ledger. Nobody types them over: the ledger only grows, and without a new line in it no date moves.
CREATE FUNCTION guard_dossier_time() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    grown boolean := jsonb_array_length(NEW.ledger) > jsonb_array_length(OLD.ledger);
BEGIN
    IF NEW.ledger <> OLD.ledger AND (NOT grown OR EXISTS (
        SELECT FROM jsonb_array_elements(OLD.ledger) WITH ORDINALITY AS line (value, number)
        WHERE NEW.ledger -> (number - 1)::int <> value)) THEN
        RAISE EXCEPTION 'The ledger of a dossier is only added to.';
    END IF;
    IF NOT grown AND (NEW.statutory_due, NEW.promised_due, NEW.accepted_at, NEW.finish_class, NEW.re_promises)
        IS DISTINCT FROM (OLD.statutory_due, OLD.promised_due, OLD.accepted_at, OLD.finish_class, OLD.re_promises) THEN
        RAISE EXCEPTION 'A due date moves only with a line of the ledger.';
    END IF;
    IF NEW.finished_at IS DISTINCT FROM OLD.finished_at
        AND (OLD.finished_at IS NOT NULL OR (NEW.accepted_at IS NOT NULL AND NOT grown)) THEN
        RAISE EXCEPTION 'The finish of a dossier is the moment of its last act and is never changed.';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER dossier_time_follows_the_ledger
    BEFORE UPDATE OF ledger, statutory_due, promised_due, accepted_at, finished_at, finish_class, re_promises ON dossiers
    FOR EACH ROW EXECUTE FUNCTION guard_dossier_time();
