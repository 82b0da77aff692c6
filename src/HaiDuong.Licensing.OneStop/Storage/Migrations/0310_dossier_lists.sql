-- The list of dossiers: by whom a hidden one is processed (which says who may find it), from when a date is near, and what names are sorted by.
ALTER TABLE dossier_rows
    ADD COLUMN specialist_id uuid,
    ADD COLUMN warn_from timestamp without time zone,
    ADD COLUMN applicant_fold text;

CREATE OR REPLACE VIEW dossier_rows_computed AS
SELECT
    d.id AS dossier_id, d.revision, d.reference, d.code, d.procedure_slug, d.procedure_version, d.route_id, d.division_key, d.first_division, d.channel, d.return_by,
    d.owner_account_id, d.hides_applicant, d.shut_out, d.status,
    -- A sender who is kept secret is named in no list.
    CASE WHEN NOT d.hides_applicant THEN d.applicant ->> 'name' END AS applicant,
    d.created_at, d.submitted_at, d.accepted_at, d.finished_at, d.re_promises,
    -- The due state, as the clock gave it.
    d.clock, d.finish_class, COALESCE(d.promised_due, d.answer_due) AS due, COALESCE(d.report_due, d.answer_due) AS first_due, d.warn_at, d.late_from, d.wait_over_from,
    -- Of the open work what presses most.
    step.step_id, step.title AS step_title, step.role AS step_role, step.unit AS step_unit, step.assignee_id AS holder_id, step.assignee_name AS holder_name,
    step.since AS step_since, step.due_at AS step_due, step.warn_from AS step_warn_from, step.late_from AS step_late_from, step.open_work::integer AS open_work,
    -- What it is sorted by: what is done by when it was, the rest by the first moment at which it or its
    -- step is late; no step presses while a withdrawal waits; never null.
    COALESCE(d.finished_at, CASE WHEN d.status <> 7 THEN LEAST(d.late_from, step.late_from) ELSE d.late_from END, d.promised_due, d.answer_due, d.submitted_at, '9999-12-31') AS moment,
    d.result_draft ->> 'kind' AS decision,
    CASE WHEN last.act = 'SendBack' THEN last.note END AS sent_back,
    COALESCE(last.act = 'Supply', false) AS is_supplied,
    jsonb_path_exists(d.opinions, '$[*] ? (!exists(@.answer))') AND step.step_id IS NOT NULL AS awaits_opinion,
    (d.specialist ->> 'accountId')::uuid AS specialist_id,
    (d.warn_at ->> 0)::timestamp AS warn_from,
    CASE WHEN NOT d.hides_applicant THEN d.name_fold END AS applicant_fold
FROM dossiers d
LEFT JOIN LATERAL (
    SELECT *, count(*) OVER () AS open_work FROM work_items WHERE dossier_id = d.id ORDER BY presses_from, id LIMIT 1) AS step ON true
LEFT JOIN LATERAL (
    SELECT act, note FROM history WHERE dossier_id = d.id AND step_id IS NOT NULL AND act <> 'GiveOpinion' ORDER BY id DESC LIMIT 1) AS last ON step.step_id IS NOT NULL;

UPDATE dossier_rows SET specialist_id = computed.specialist_id, warn_from = computed.warn_from, applicant_fold = computed.applicant_fold
FROM dossier_rows_computed AS computed WHERE computed.dossier_id = dossier_rows.dossier_id;

-- What is open, the most urgent first; what ever was of one division or procedure, the newest first; and the few that hide their sender, who are found by
-- other rules.
CREATE INDEX ix_dossier_rows_list ON dossier_rows (moment, dossier_id) WHERE status IN (1, 2, 4, 5, 6, 7, 9);

CREATE INDEX ix_dossier_rows_division ON dossier_rows (division_key, dossier_id);

CREATE INDEX ix_dossier_rows_procedure ON dossier_rows (procedure_slug, dossier_id);

CREATE INDEX ix_dossier_rows_hidden ON dossier_rows (dossier_id) WHERE hides_applicant;

-- Danh sách đã lưu: filters, order and columns under a name, for oneself or for everybody who works here.
CREATE TABLE saved_lists (
    id uuid PRIMARY KEY,
    owner_id uuid NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    name text NOT NULL,
    query text NOT NULL,
    is_shared boolean NOT NULL,
    saved_at timestamp with time zone NOT NULL
);

CREATE UNIQUE INDEX ix_saved_lists_owner_name ON saved_lists (owner_id, lower(name));
