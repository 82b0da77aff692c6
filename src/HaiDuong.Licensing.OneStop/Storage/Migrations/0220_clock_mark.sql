-- The last moment that the office has seen: a clock that is far from it has jumped, and nothing is ended by it until somebody confirms.
CREATE TABLE clock_mark (
    one boolean NOT NULL DEFAULT true,
    seen_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_clock_mark PRIMARY KEY (one),
    CONSTRAINT ck_clock_mark_one CHECK (one)
);
