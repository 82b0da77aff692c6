-- A notice to several people: the mails of it that have left.

ALTER TABLE notices ADD COLUMN sent_mails jsonb NOT NULL DEFAULT '[]';
