-- The files of workflows/ that are neither a procedure nor a route, as they were when the office last started with all of them right.
-- What was published stands in published_versions; this is what the office falls back to when one of the others is damaged or gone.

CREATE TABLE kept_law (
    path text NOT NULL,
    text text NOT NULL,
    kept_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT pk_kept_law PRIMARY KEY (path)
);
