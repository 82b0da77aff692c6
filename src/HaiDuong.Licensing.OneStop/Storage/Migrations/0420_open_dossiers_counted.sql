-- How many open dossiers each version of a procedure, each version of a route and each unit has, counted in the index alone: it holds what is open and no more.
CREATE INDEX ix_dossiers_open ON dossiers (procedure_slug, procedure_version, route_id, route_version, division_key) INCLUDE (shut_out)
    WHERE status IN (1, 2, 4, 5, 6, 7, 9);

-- No statement asks these any more, and every act wrote them.
DROP INDEX ix_dossiers_route, ix_dossiers_division, ix_dossiers_finished_at, ix_dossiers_open_due;

-- What waits at its fee, what presses first at the top, whichever accountant asks.
CREATE INDEX ix_work_items_fees ON work_items (presses_from, id) WHERE role = 'Accountant';
