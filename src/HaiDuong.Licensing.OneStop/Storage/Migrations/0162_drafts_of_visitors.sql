-- Drafts without an account are removed when their time is over; this finds them.
CREATE INDEX ix_dossiers_drafts_of_visitors ON dossiers (created_at) WHERE status = 0 AND owner_account_id IS NULL;
