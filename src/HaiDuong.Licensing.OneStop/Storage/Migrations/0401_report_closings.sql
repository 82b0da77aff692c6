-- Chốt kỳ báo cáo: the figures of a period as they were reported. A closing stays as it was made; it is opened again once, and the period is closed anew.
CREATE TABLE report_closings (
    id uuid PRIMARY KEY,
    first date NOT NULL,
    last date NOT NULL,
    figures text NOT NULL,
    hash text NOT NULL,
    closed_at timestamp with time zone NOT NULL,
    closed_by text NOT NULL,
    closed_by_id uuid NOT NULL,
    reopened_at timestamp with time zone,
    reopened_by text,
    reopen_reason text,
    CHECK (first <= last),
    CHECK (hash = encode(sha256(convert_to(figures, 'UTF8')), 'hex')),
    CHECK ((reopened_at IS NULL) = (reopen_reason IS NULL) AND (reopened_at IS NULL) = (reopened_by IS NULL))
);

-- A period is closed once.
CREATE UNIQUE INDEX ix_report_closings_closed ON report_closings (first, last) WHERE reopened_at IS NULL;

CREATE INDEX ix_report_closings_last ON report_closings (last);

CREATE FUNCTION refuse_report_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    ends CONSTANT text[] := ARRAY['reopened_at', 'reopened_by', 'reopen_reason'];
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.reopened_at IS NULL AND to_jsonb(NEW) - ends = to_jsonb(OLD) - ends THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'A closing of a report is never changed or deleted.';
END $$;

CREATE TRIGGER report_closings_are_kept BEFORE UPDATE OR DELETE ON report_closings
    FOR EACH ROW EXECUTE FUNCTION refuse_report_change();

CREATE TRIGGER report_closings_are_not_emptied BEFORE TRUNCATE ON report_closings
    EXECUTE FUNCTION refuse_report_change();
