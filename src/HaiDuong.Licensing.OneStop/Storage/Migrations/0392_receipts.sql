-- Quyển biên lai: numbers of a form and a symbol that an office gives one after the other. A series stays as it was registered and is stopped once.
CREATE TABLE receipt_series (
    id uuid PRIMARY KEY,
    office text NOT NULL,
    form text NOT NULL,
    symbol text NOT NULL,
    first bigint NOT NULL,
    last bigint NOT NULL,
    in_force_from date NOT NULL,
    registered_at timestamp with time zone NOT NULL,
    registered_by text NOT NULL,
    stopped_at timestamp with time zone,
    stopped_by text,
    stop_reason text,
    CHECK (first >= 1 AND last >= first),
    CHECK ((stopped_at IS NULL) = (stop_reason IS NULL))
);

CREATE INDEX ix_receipt_series_office ON receipt_series (office, in_force_from);

CREATE FUNCTION refuse_series_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.stopped_at IS NULL AND (to_jsonb(NEW) - ARRAY['stopped_at', 'stopped_by', 'stop_reason']) = (to_jsonb(OLD) - ARRAY['stopped_at', 'stopped_by', 'stop_reason']) THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'A receipt series is never changed or deleted.';
END $$;

CREATE TRIGGER receipt_series_are_kept BEFORE UPDATE OR DELETE ON receipt_series
    FOR EACH ROW EXECUTE FUNCTION refuse_series_change();

ALTER TABLE dossiers ADD COLUMN refunds jsonb NOT NULL DEFAULT '[]';

-- Sổ thu: a line for each payment and each refund of a dossier, written by the database from the dossier when the act commits. A line stays and is cancelled once.
CREATE TABLE fee_entries (
    dossier_id uuid NOT NULL REFERENCES dossiers (id),
    kind text NOT NULL,
    position integer NOT NULL,
    procedure_slug text NOT NULL,
    division_key text NOT NULL,
    at timestamp without time zone NOT NULL,
    amount numeric NOT NULL,
    method text NOT NULL,
    number text NOT NULL,
    reason text,
    cashier_id uuid,
    cashier text NOT NULL,
    series_id uuid REFERENCES receipt_series (id),
    serial bigint,
    cancelled_at timestamp without time zone,
    cancelled_by text,
    cancel_reason text,
    CONSTRAINT pk_fee_entries PRIMARY KEY (dossier_id, kind, position),
    CHECK ((series_id IS NULL) = (serial IS NULL))
);

-- No number of a series is given twice.
CREATE UNIQUE INDEX ix_fee_entries_serial ON fee_entries (series_id, serial) WHERE series_id IS NOT NULL;

CREATE INDEX ix_fee_entries_at ON fee_entries (at, dossier_id, kind, position);

CREATE INDEX ix_fee_entries_cancelled ON fee_entries (cancelled_at) WHERE cancelled_at IS NOT NULL;

CREATE INDEX ix_fee_entries_cashier ON fee_entries (cashier_id, at);

CREATE FUNCTION book_fees(dossier uuid, procedure text, division text, payments jsonb, refunds jsonb) RETURNS void LANGUAGE sql AS $$
    INSERT INTO fee_entries (
        dossier_id, kind, position, procedure_slug, division_key, at, amount, method, number, reason, cashier_id, cashier, series_id, serial,
        cancelled_at, cancelled_by, cancel_reason)
    SELECT
        dossier, 'Payment', position - 1, procedure, division, (entry ->> 'at')::timestamp, (entry ->> 'amount')::numeric, entry ->> 'method', entry ->> 'receiptNumber', NULL,
        (entry ->> 'takenById')::uuid, entry ->> 'takenBy', (entry -> 'receipt' ->> 'seriesId')::uuid, (entry -> 'receipt' ->> 'number')::bigint,
        (entry -> 'cancelled' ->> 'at')::timestamp, entry -> 'cancelled' ->> 'by', entry -> 'cancelled' ->> 'reason'
    FROM jsonb_array_elements(payments) WITH ORDINALITY AS paid (entry, position)
    UNION ALL
    SELECT
        dossier, 'Refund', position - 1, procedure, division, (entry ->> 'at')::timestamp, (entry ->> 'amount')::numeric, '', entry ->> 'documentNumber', entry ->> 'reason',
        (entry ->> 'byId')::uuid, entry ->> 'by', NULL, NULL, NULL, NULL, NULL
    FROM jsonb_array_elements(refunds) WITH ORDINALITY AS given (entry, position)
    ON CONFLICT (dossier_id, kind, position) DO UPDATE
    SET cancelled_at = excluded.cancelled_at, cancelled_by = excluded.cancelled_by, cancel_reason = excluded.cancel_reason
    WHERE fee_entries.cancelled_at IS DISTINCT FROM excluded.cancelled_at
$$;

CREATE FUNCTION keep_fee_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM book_fees(NEW.id, NEW.procedure_slug, NEW.division_key, NEW.payments, NEW.refunds);
    RETURN NULL;
END $$;

CREATE TRIGGER dossier_fees_are_booked AFTER INSERT OR UPDATE OF payments, refunds ON dossiers
    FOR EACH ROW WHEN (NEW.payments <> '[]'::jsonb OR NEW.refunds <> '[]'::jsonb) EXECUTE FUNCTION keep_fee_entries();

DO $$ BEGIN
    PERFORM book_fees(id, procedure_slug, division_key, payments, refunds) FROM dossiers WHERE payments <> '[]'::jsonb;
END $$;

CREATE FUNCTION refuse_fee_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    ends CONSTANT text[] := ARRAY['cancelled_at', 'cancelled_by', 'cancel_reason'];
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.cancelled_at IS NULL AND to_jsonb(NEW) - ends = to_jsonb(OLD) - ends THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'A line of money that was taken is never changed or deleted.';
END $$;

CREATE TRIGGER fee_entries_are_kept BEFORE UPDATE OR DELETE ON fee_entries
    FOR EACH ROW EXECUTE FUNCTION refuse_fee_change();

-- What is left to pay, less than nothing where too much was paid.
CREATE FUNCTION fees_paid(payments jsonb, refunds jsonb) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN COALESCE((SELECT sum((entry ->> 'amount')::numeric) FROM jsonb_array_elements(payments) AS entry WHERE NOT entry ? 'cancelled'), 0)
        - COALESCE((SELECT sum((entry ->> 'amount')::numeric) FROM jsonb_array_elements(refunds) AS entry), 0);

CREATE FUNCTION fees_left(fees jsonb, payments jsonb, refunds jsonb) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN COALESCE((SELECT sum((charge ->> 'amount')::numeric) FROM jsonb_array_elements(fees) AS charge), 0) - fees_paid(payments, refunds);

-- Where money is to be given back, or may have to be; and where it is to be taken again.
CREATE INDEX ix_dossiers_overpaid ON dossiers (id)
    WHERE payments <> '[]'::jsonb AND (fees_left(fees, payments, refunds) < 0 OR (status IN (3, 8) AND fees_paid(payments, refunds) > 0));

CREATE INDEX ix_dossiers_owed_again ON dossiers (id)
    WHERE jsonb_path_exists(payments, '$[*].cancelled') AND status NOT IN (3, 8, 10) AND fees_left(fees, payments, refunds) > 0;
