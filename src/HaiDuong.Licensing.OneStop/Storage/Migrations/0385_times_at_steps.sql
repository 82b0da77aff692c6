-- How long dossiers were at each step in a period: what ended a step, by the moment it did.
CREATE INDEX ix_history_steps ON history (at) INCLUDE (dossier_id, step_id, step_since, step_class) WHERE step_since IS NOT NULL;
