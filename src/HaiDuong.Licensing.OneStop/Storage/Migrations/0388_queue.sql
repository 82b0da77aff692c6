-- Số thứ tự tại quầy: the numbers that people draw at a counter on a day, and the window that each was called to. A number names nobody.
CREATE TABLE queue_tickets (
    id uuid PRIMARY KEY,
    counter text NOT NULL,
    day date NOT NULL,
    number integer NOT NULL,
    drawn_at timestamp with time zone NOT NULL,
    first_called_at timestamp with time zone,
    called_at timestamp with time zone,
    "window" integer,
    called_by text,
    ended_at timestamp with time zone,
    is_absent boolean NOT NULL DEFAULT false,
    UNIQUE (counter, day, number),
    CHECK ((called_at IS NULL) = ("window" IS NULL)),
    CHECK (called_at IS NOT NULL OR NOT is_absent)
);

-- A window serves one person at a time.
CREATE UNIQUE INDEX ix_queue_tickets_window ON queue_tickets (counter, day, "window") WHERE called_at IS NOT NULL AND ended_at IS NULL;

CREATE INDEX ix_queue_tickets_day ON queue_tickets (day);
