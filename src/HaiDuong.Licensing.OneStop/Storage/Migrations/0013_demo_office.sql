-- Only in a demo office: the moment it is made for, and when it was finished. One that is not is gone on with at the next start.

CREATE TABLE demo_office (
    made_for timestamp without time zone NOT NULL,
    finished_at timestamp with time zone
);

CREATE UNIQUE INDEX ix_demo_office_one ON demo_office ((true));
