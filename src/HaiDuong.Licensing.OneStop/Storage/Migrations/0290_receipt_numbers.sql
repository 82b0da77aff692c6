-- Which dossier a receipt was written down for.
CREATE INDEX ix_dossiers_payments ON dossiers USING gin (payments jsonb_path_ops) WHERE payments <> '[]'::jsonb;
