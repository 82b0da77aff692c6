-- Dossiers whose route could not go on by itself, for the administrator's page.
CREATE INDEX ix_dossiers_held ON dossiers (id) WHERE route_state -> 'held' IS NOT NULL;
