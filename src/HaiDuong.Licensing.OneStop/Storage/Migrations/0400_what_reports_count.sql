-- What reports count of a dossier, beside what lists show of it.
ALTER TABLE dossier_rows
    ADD COLUMN supplement_rounds integer NOT NULL DEFAULT 0,
    ADD COLUMN is_scanned boolean,
    ADD COLUMN has_electronic_result boolean NOT NULL DEFAULT false,
    ADD COLUMN late_reason text;

ALTER TABLE dossier_rows ALTER COLUMN supplement_rounds DROP DEFAULT, ALTER COLUMN has_electronic_result DROP DEFAULT;

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
    CASE WHEN NOT d.hides_applicant THEN d.matters ELSE '{}' END AS matters,
    brought.round AS paper_round,
    CASE
        WHEN d.accepted_at IS NULL OR handed.is_open THEN NULL
        WHEN d.status IN (2, 4, 5, 6, 7) AND brought.round > COALESCE(handed.round, -1) THEN 'ToDivision'
        WHEN handed.is_back THEN NULL
        WHEN (d.status = 9 AND d.return_by <> 1) OR (d.status = 8 AND handed.round IS NOT NULL) THEN 'ToCounter'
    END AS papers_wait,
    -- Where it stands in the register of dossiers: by the day on which it was accepted, and by its code; what ended without being accepted, on that day
    -- behind the codes. Once it stands there it never moves.
    (to_char(COALESCE(d.accepted_at, d.finished_at), 'YYYYMMDD') || '/' || COALESCE(d.code, '~' || d.id)) COLLATE "C" AS book_key,
    -- How often a supplement was asked for.
    jsonb_array_length(d.supplements) AS supplement_rounds,
    -- Whether every paper has its file; nothing where there is no paper.
    CASE WHEN d.papers <> '[]'::jsonb THEN NOT jsonb_path_exists(d.papers, '$[*] ? (!exists(@.fileHash))') END AS is_scanned,
    COALESCE(d.decision ? 'issuedFile', false) AS has_electronic_result,
    -- Why it is late, as the last letter of apology says; that of a sender who is kept secret is told to nobody.
    CASE WHEN d.hides_applicant AND d.re_promises > 0 THEN '' WHEN d.re_promises > 0 THEN jsonb_path_query_array(d.ledger, '$[*] ? (@.kind == "Apologise").reason') ->> -1 END AS late_reason
FROM dossiers d
LEFT JOIN LATERAL (
    SELECT *, count(*) OVER () AS open_work FROM work_items WHERE dossier_id = d.id ORDER BY presses_from, id LIMIT 1) AS step ON true
LEFT JOIN LATERAL (
    SELECT act, note FROM history WHERE dossier_id = d.id AND step_id IS NOT NULL AND act <> 'GiveOpinion' ORDER BY id DESC LIMIT 1) AS last ON step.step_id IS NOT NULL
CROSS JOIN LATERAL (
    SELECT max(line.round) FILTER (WHERE line.state = 'Taken' AND list.way = 'ToDivision') AS round, bool_or(line.state = 'Waiting') AS is_open,
        bool_or(line.state = 'Taken' AND list.way = 'ToCounter') AS is_back
    FROM transfer_lines AS line JOIN transfer_lists AS list ON list.id = line.list_id WHERE line.dossier_id = d.id) AS handed
CROSS JOIN LATERAL (
    SELECT GREATEST(
        CASE WHEN d.channel IN (1, 3) THEN 0 END,
        (SELECT max((asked ->> 'round')::integer)
         FROM jsonb_array_elements(d.supplements) AS asked
         JOIN jsonb_array_elements(d.papers) AS paper ON paper ->> 'round' = asked ->> 'round'
         WHERE asked ->> 'answeredBy' IN ('Counter', 'Post') AND (paper ->> 'originals')::integer + (paper ->> 'copies')::integer > 0)) AS round
    OFFSET 0) AS brought;

UPDATE dossier_rows SET supplement_rounds = computed.supplement_rounds, is_scanned = computed.is_scanned,
    has_electronic_result = computed.has_electronic_result, late_reason = computed.late_reason
FROM dossier_rows_computed AS computed WHERE computed.dossier_id = dossier_rows.dossier_id;
