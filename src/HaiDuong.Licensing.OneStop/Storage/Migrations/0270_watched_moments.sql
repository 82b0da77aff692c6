-- What a job looks at it finds by the moment from which it must, and never by reading whatever is open: a dossier by its first point of early
-- warning or the moment it became late, an agency's step by its point, a supplement by its last day. ISO text keeps the order of time.
CREATE INDEX ix_dossiers_first_warning ON dossiers ((warn_at ->> 0), id) WHERE status IN (1, 2, 4);

CREATE INDEX ix_dossiers_running_late ON dossiers (late_from, id) WHERE status IN (1, 2, 4);

CREATE INDEX ix_work_items_agency_warn_from ON work_items (warn_from, dossier_id) WHERE role = 'ConsultedAgency' AND warn_from IS NOT NULL;

CREATE INDEX ix_dossiers_supplement_over ON dossiers ((supplements -> -1 ->> 'answerBy'), id) WHERE status = 5;
