-- A log-in as the server keeps it: the browser's cookie only names it, so that ending it here ends every copy of the cookie.
CREATE TABLE sessions (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    idle_ends_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    proved_at timestamp with time zone,
    address text NOT NULL,
    browser text NOT NULL,
    CONSTRAINT pk_sessions PRIMARY KEY (id),
    CONSTRAINT fk_sessions_accounts_account_id FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
);

CREATE INDEX ix_sessions_account_id ON sessions (account_id) WHERE ended_at IS NULL;
CREATE INDEX ix_sessions_ends_at ON sessions (ends_at);

-- How often a password was tried, by whose account and from where; who tries too often waits until next_at.
CREATE TABLE password_tries (
    key text NOT NULL,
    tries integer NOT NULL,
    last_at timestamp with time zone NOT NULL,
    next_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_password_tries PRIMARY KEY (key)
);

CREATE INDEX ix_password_tries_last_at ON password_tries (last_at);

-- Strangers locked accounts by wrong tries; from now on only administrators lock.
UPDATE accounts SET lockout_end = NULL, access_failed_count = 0 WHERE lockout_end < TIMESTAMPTZ '9000-01-01';
