-- The moment from which an awaited supplement can be sent no more: another one at which the due state of a dossier changes.
ALTER TABLE dossiers ADD COLUMN wait_over_from timestamp without time zone;

-- What waits already (clock 2 is paused): the last request says until which day, unless the clock was stopped by something else since.
UPDATE dossiers SET wait_over_from = ((supplements -> -1 ->> 'answerBy')::date + 1)::timestamp
WHERE clock = 2 AND supplements -> -1 ->> 'answerBy' IS NOT NULL AND supplements -> -1 ->> 'answeredAt' IS NULL
    AND (accepted_at IS NULL OR 'SupplementAsked' = (
        SELECT line ->> 'kind' FROM jsonb_array_elements(ledger) WITH ORDINALITY AS entry (line, number)
        WHERE line ->> 'kind' IN ('SupplementAsked', 'Pause') ORDER BY number DESC LIMIT 1));
