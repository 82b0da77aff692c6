-- Chốt sổ ngày: what a person took on a day against the cash that was counted. A closing stays as it was made; it is opened again once, and the day is closed anew.
CREATE TABLE cash_closings (
    id uuid PRIMARY KEY,
    cashier_id uuid NOT NULL,
    cashier text NOT NULL,
    day date NOT NULL,
    receipts integer NOT NULL,
    cash numeric NOT NULL,
    other numeric NOT NULL,
    counted numeric NOT NULL,
    explanation text,
    closed_at timestamp with time zone NOT NULL,
    closed_by text NOT NULL,
    reopened_at timestamp with time zone,
    reopened_by text,
    reopen_reason text,
    CHECK (counted = cash OR explanation IS NOT NULL),
    CHECK ((reopened_at IS NULL) = (reopen_reason IS NULL))
);

-- A day of a person is closed once.
CREATE UNIQUE INDEX ix_cash_closings_closed ON cash_closings (cashier_id, day) WHERE reopened_at IS NULL;

CREATE INDEX ix_cash_closings_day ON cash_closings (day);

CREATE FUNCTION refuse_closing_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    ends CONSTANT text[] := ARRAY['reopened_at', 'reopened_by', 'reopen_reason'];
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.reopened_at IS NULL AND to_jsonb(NEW) - ends = to_jsonb(OLD) - ends THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'A closing of a day is never changed or deleted.';
END $$;

CREATE TRIGGER cash_closings_are_kept BEFORE UPDATE OR DELETE ON cash_closings
    FOR EACH ROW EXECUTE FUNCTION refuse_closing_change();
