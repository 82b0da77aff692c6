-- A notice may be owed to an agency: whoever answers for it when the notice is sent.

ALTER TABLE notices ADD COLUMN unit text;
