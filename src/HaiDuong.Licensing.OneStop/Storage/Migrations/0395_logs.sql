-- Nhật ký tác nghiệp: what was done in the office, the newest first; by whom, and which act.
CREATE INDEX ix_history_at ON history (at, id);
CREATE INDEX ix_history_actor ON history (actor_id, at, id) WHERE actor_id IS NOT NULL;
CREATE INDEX ix_history_act ON history (act, at, id);

-- Nhật ký thông báo: what the office told whom, the newest first; of one kind, to one person.
CREATE INDEX ix_notices_owed_at ON notices (owed_at, id);
CREATE INDEX ix_notices_kind ON notices (kind, owed_at, id);
CREATE INDEX ix_notices_email ON notices (lower(email), owed_at, id) WHERE email IS NOT NULL;
CREATE INDEX ix_notices_phone ON notices (phone, owed_at, id) WHERE phone IS NOT NULL;
CREATE INDEX ix_notices_account ON notices (account_id, owed_at, id) WHERE account_id IS NOT NULL;
