-- Whether another dossier of the procedure is open for the same applicant, or about the same thing. Of a dossier from before, the applicant alone is known.
ALTER TABLE dossiers ADD COLUMN matters text[] NOT NULL DEFAULT '{}';

ALTER TABLE dossier_rows
    ADD COLUMN applicant_identity text,
    ADD COLUMN matters text[] NOT NULL DEFAULT '{}';

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
    CASE WHEN NOT d.hides_applicant THEN d.name_fold END AS applicant_fold,
    CASE WHEN NOT d.hides_applicant THEN d.applicant_identity END AS applicant_identity,
    CASE WHEN NOT d.hides_applicant THEN d.matters ELSE '{}' END AS matters
FROM dossiers d
LEFT JOIN LATERAL (
    SELECT *, count(*) OVER () AS open_work FROM work_items WHERE dossier_id = d.id ORDER BY presses_from, id LIMIT 1) AS step ON true
LEFT JOIN LATERAL (
    SELECT act, note FROM history WHERE dossier_id = d.id AND step_id IS NOT NULL AND act <> 'GiveOpinion' ORDER BY id DESC LIMIT 1) AS last ON step.step_id IS NOT NULL;

UPDATE dossier_rows SET applicant_identity = dossiers.applicant_identity FROM dossiers WHERE dossiers.id = dossier_rows.dossier_id AND NOT dossiers.hides_applicant;

CREATE INDEX ix_dossier_rows_open_applicant ON dossier_rows (applicant_identity, procedure_slug, dossier_id) WHERE status IN (1, 2, 4, 5, 6, 7, 9);

CREATE INDEX ix_dossier_rows_open_matters ON dossier_rows USING gin (matters) WHERE status IN (1, 2, 4, 5, 6, 7, 9);
