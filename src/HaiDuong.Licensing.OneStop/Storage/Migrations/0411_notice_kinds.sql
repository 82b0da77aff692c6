-- Loại tin mới của chương trình: since when an office that worked before owes its applicants a mail that it knew nothing of; a new office owes all from its first act.
CREATE TABLE notice_kinds (
    kind text PRIMARY KEY,
    owed_from timestamp with time zone NOT NULL
);
INSERT INTO notice_kinds (kind, owed_from)
SELECT kind, now() FROM unnest(ARRAY['SupplementReceived', 'PaymentCancelled', 'FeeRefunded']) AS kind WHERE EXISTS (SELECT FROM history);
