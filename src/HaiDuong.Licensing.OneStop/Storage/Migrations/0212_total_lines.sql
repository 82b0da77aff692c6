-- Lines of a list that only add up the others: passed over, and named on the page of the import.
ALTER TABLE past_imports ADD COLUMN totals jsonb NOT NULL DEFAULT '{}';
ALTER TABLE place_imports ADD COLUMN totals jsonb NOT NULL DEFAULT '{}';
