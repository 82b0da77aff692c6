-- Which dossier a receipt was written down for, however its number is typed.
CREATE FUNCTION receipt_keys_of(payments jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ARRAY(SELECT number_key_of(payment ->> 'receiptNumber') FROM jsonb_array_elements(payments) AS payment);

DROP INDEX ix_dossiers_payments;
CREATE INDEX ix_dossiers_receipt_keys ON dossiers USING gin (receipt_keys_of(payments)) WHERE payments <> '[]'::jsonb;
