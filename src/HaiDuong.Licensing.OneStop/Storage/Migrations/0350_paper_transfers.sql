-- Danh sách bàn giao hồ sơ giấy: what a counter and a division give each other. A list stays as it was made and ends once, received or cancelled.
CREATE TABLE transfer_lists (
    id uuid PRIMARY KEY,
    office text NOT NULL,
    year integer NOT NULL,
    serial bigint NOT NULL,
    number text NOT NULL,
    way text NOT NULL,
    division text NOT NULL,
    counter text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by_id uuid,
    made_by_name text NOT NULL,
    received_at timestamp with time zone,
    received_by_id uuid,
    received_by_name text,
    cancelled_at timestamp with time zone,
    cancelled_by_name text,
    CONSTRAINT uq_transfer_lists_number UNIQUE (office, year, serial)
);

CREATE TABLE transfer_lines (
    list_id uuid NOT NULL REFERENCES transfer_lists (id),
    dossier_id uuid NOT NULL REFERENCES dossiers (id),
    position integer NOT NULL,
    round integer NOT NULL,
    papers jsonb NOT NULL,
    state text NOT NULL,
    missing_reason text,
    CONSTRAINT pk_transfer_lines PRIMARY KEY (list_id, dossier_id)
);

CREATE INDEX ix_transfer_lists_open ON transfer_lists (way, division) WHERE received_at IS NULL AND cancelled_at IS NULL;

CREATE INDEX ix_transfer_lists_division ON transfer_lists (division, id);

CREATE INDEX ix_transfer_lines_dossier ON transfer_lines (dossier_id);

-- No dossier is on two lists that nobody received yet, whoever makes them at once.
CREATE UNIQUE INDEX ix_transfer_lines_waiting ON transfer_lines (dossier_id) WHERE state = 'Waiting';

CREATE FUNCTION refuse_transfer_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    ends CONSTANT text[] := ARRAY['received_at', 'received_by_id', 'received_by_name', 'cancelled_at', 'cancelled_by_name', 'state', 'missing_reason'];
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF to_jsonb(NEW) - ends = to_jsonb(OLD) - ends
            AND to_jsonb(OLD) ->> 'received_at' IS NULL AND to_jsonb(OLD) ->> 'cancelled_at' IS NULL AND COALESCE(to_jsonb(OLD) ->> 'state', 'Waiting') = 'Waiting'
        THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'A hand-over list is never changed or deleted.';
END $$;

CREATE TRIGGER transfer_lists_are_kept BEFORE UPDATE OR DELETE ON transfer_lists
    FOR EACH ROW EXECUTE FUNCTION refuse_transfer_change();

CREATE TRIGGER transfer_lines_are_kept BEFORE UPDATE OR DELETE ON transfer_lines
    FOR EACH ROW EXECUTE FUNCTION refuse_transfer_change();

-- The last round of papers that was brought to the counter or came by post: 0 is what came at first; null for a dossier that has no paper.
CREATE FUNCTION paper_round_of(channel integer, papers jsonb, supplements jsonb) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN GREATEST(
        CASE WHEN channel IN (1, 3) THEN 0 END,
        (SELECT max((asked ->> 'round')::integer)
         FROM jsonb_array_elements(supplements) AS asked
         JOIN jsonb_array_elements(papers) AS paper ON paper ->> 'round' = asked ->> 'round'
         WHERE asked ->> 'answeredBy' IN ('Counter', 'Post') AND (paper ->> 'originals')::integer + (paper ->> 'copies')::integer > 0));

-- Which way the paper of a dossier waits to be handed over: to the division once it is accepted and as often as papers come; to the counter with the result
-- that somebody fetches there or gets by post, or when the dossier was stopped and its papers are given back. What is on a list that is open waits for nobody.
ALTER TABLE dossier_rows
    ADD COLUMN paper_round integer,
    ADD COLUMN papers_wait text;

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
    paper_round_of(d.channel, d.papers, d.supplements) AS paper_round,
    CASE
        WHEN d.accepted_at IS NULL OR handed.is_open THEN NULL
        WHEN d.status IN (2, 4, 5, 6, 7) AND paper_round_of(d.channel, d.papers, d.supplements) > COALESCE(handed.round, -1) THEN 'ToDivision'
        WHEN handed.is_back THEN NULL
        WHEN (d.status = 9 AND d.return_by <> 1) OR (d.status = 8 AND handed.round IS NOT NULL) THEN 'ToCounter'
    END AS papers_wait
FROM dossiers d
LEFT JOIN LATERAL (
    SELECT *, count(*) OVER () AS open_work FROM work_items WHERE dossier_id = d.id ORDER BY presses_from, id LIMIT 1) AS step ON true
LEFT JOIN LATERAL (
    SELECT act, note FROM history WHERE dossier_id = d.id AND step_id IS NOT NULL AND act <> 'GiveOpinion' ORDER BY id DESC LIMIT 1) AS last ON step.step_id IS NOT NULL
CROSS JOIN LATERAL (
    SELECT max(line.round) FILTER (WHERE line.state = 'Taken' AND list.way = 'ToDivision') AS round, bool_or(line.state = 'Waiting') AS is_open,
        bool_or(line.state = 'Taken' AND list.way = 'ToCounter') AS is_back
    FROM transfer_lines AS line JOIN transfer_lists AS list ON list.id = line.list_id WHERE line.dossier_id = d.id) AS handed;

UPDATE dossier_rows SET paper_round = computed.paper_round, papers_wait = computed.papers_wait
FROM dossier_rows_computed AS computed WHERE computed.dossier_id = dossier_rows.dossier_id AND (computed.paper_round IS NOT NULL OR computed.papers_wait IS NOT NULL);

CREATE INDEX ix_dossier_rows_papers ON dossier_rows (papers_wait, division_key, dossier_id) INCLUDE (shut_out) WHERE papers_wait IS NOT NULL;

CREATE CONSTRAINT TRIGGER dossier_row_follows_its_paper AFTER INSERT OR UPDATE ON transfer_lines
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_row_of_work();
