-- Thông báo đã xem: until when somebody has looked at what the office told them.
CREATE TABLE notices_seen (
    account_id uuid PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    seen_at timestamp with time zone NOT NULL
);
