-- What lists of work are sorted by, kept with every act: the first moment at which the step or its dossier is late.
ALTER TABLE work_items ADD COLUMN presses_from timestamp without time zone NOT NULL DEFAULT '9999-12-31';

UPDATE work_items SET presses_from = LEAST(work_items.late_from, dossiers.late_from, '9999-12-31') FROM dossiers WHERE dossiers.id = work_items.dossier_id;

DROP INDEX ix_work_items_role_unit_due_at_id, ix_work_items_assignee_id_due_at_id, ix_dossiers_late_from;

CREATE INDEX ix_work_items_desk ON work_items (role, unit, presses_from, id) WHERE assignee_id IS NULL;

CREATE INDEX ix_work_items_holder ON work_items (assignee_id, presses_from, id) WHERE assignee_id IS NOT NULL;

-- One row a dossier for every list: narrow, without papers and forms, and nothing but a copy. This view says what stands in it; the table is written from it
-- when a transaction that changed the dossier or its open work commits, so that no act can leave it behind, and is compared with it by check --data.
CREATE VIEW dossier_rows_computed AS
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
    jsonb_path_exists(d.opinions, '$[*] ? (!exists(@.answer))') AND step.step_id IS NOT NULL AS awaits_opinion
FROM dossiers d
LEFT JOIN LATERAL (
    SELECT *, count(*) OVER () AS open_work FROM work_items WHERE dossier_id = d.id ORDER BY presses_from, id LIMIT 1) AS step ON true
LEFT JOIN LATERAL (
    SELECT act, note FROM history WHERE dossier_id = d.id AND step_id IS NOT NULL AND act <> 'GiveOpinion' ORDER BY id DESC LIMIT 1) AS last ON step.step_id IS NOT NULL;

CREATE TABLE dossier_rows AS SELECT * FROM dossier_rows_computed;

ALTER TABLE dossier_rows
    ADD CONSTRAINT pk_dossier_rows PRIMARY KEY (dossier_id),
    ADD CONSTRAINT fk_dossier_rows_dossier_id FOREIGN KEY (dossier_id) REFERENCES dossiers (id) ON DELETE CASCADE,
    ALTER COLUMN revision SET NOT NULL,
    ALTER COLUMN reference SET NOT NULL,
    ALTER COLUMN procedure_slug SET NOT NULL,
    ALTER COLUMN procedure_version SET NOT NULL,
    ALTER COLUMN route_id SET NOT NULL,
    ALTER COLUMN division_key SET NOT NULL,
    ALTER COLUMN first_division SET NOT NULL,
    ALTER COLUMN channel SET NOT NULL,
    ALTER COLUMN return_by SET NOT NULL,
    ALTER COLUMN hides_applicant SET NOT NULL,
    ALTER COLUMN shut_out SET NOT NULL,
    ALTER COLUMN status SET NOT NULL,
    ALTER COLUMN created_at SET NOT NULL,
    ALTER COLUMN re_promises SET NOT NULL,
    ALTER COLUMN clock SET NOT NULL,
    ALTER COLUMN warn_at SET NOT NULL,
    ALTER COLUMN moment SET NOT NULL,
    ALTER COLUMN is_supplied SET NOT NULL,
    ALTER COLUMN awaits_opinion SET NOT NULL;

CREATE FUNCTION keep_dossier_row(dossier uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    computed dossier_rows;
BEGIN
    SELECT * INTO computed FROM dossier_rows_computed WHERE dossier_id = dossier;
    IF FOUND THEN
        DELETE FROM dossier_rows AS kept WHERE kept.dossier_id = dossier AND kept IS DISTINCT FROM computed;
        INSERT INTO dossier_rows SELECT computed.* ON CONFLICT (dossier_id) DO NOTHING;
    END IF;
END $$;

-- Of these dossiers the ones whose row is not what the view says; none, while nobody wrote the table by hand.
CREATE FUNCTION dossier_rows_amiss(dossiers uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    SELECT dossier_id FROM (SELECT * FROM dossier_rows_computed WHERE dossier_id = ANY (dossiers)) AS computed
        FULL JOIN (SELECT * FROM dossier_rows WHERE dossier_id = ANY (dossiers)) AS kept USING (dossier_id)
    WHERE computed IS DISTINCT FROM kept
$$;

CREATE FUNCTION keep_row_of_dossier() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM keep_dossier_row(NEW.id);
    RETURN NULL;
END $$;

CREATE FUNCTION keep_row_of_work() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM keep_dossier_row(COALESCE(NEW.dossier_id, OLD.dossier_id));
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER dossier_row_follows_the_dossier AFTER INSERT OR UPDATE ON dossiers
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_row_of_dossier();

CREATE CONSTRAINT TRIGGER dossier_row_follows_its_work AFTER INSERT OR UPDATE OR DELETE ON work_items
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_row_of_work();

-- The counter's lists and counts, one's own dossiers, what ended in a period, what is open. Who is shut out stands in each, so that a count needs the index alone.
CREATE INDEX ix_dossier_rows_open ON dossier_rows (status, moment, dossier_id) INCLUDE (shut_out) WHERE status IN (1, 2, 4, 5, 6, 7, 9);

CREATE INDEX ix_dossier_rows_not_accepted ON dossier_rows (step_id, moment, dossier_id) WHERE step_id IS NOT NULL AND accepted_at IS NULL;

CREATE INDEX ix_dossier_rows_owner ON dossier_rows (owner_account_id, dossier_id) WHERE owner_account_id IS NOT NULL;

CREATE INDEX ix_dossier_rows_ended ON dossier_rows (finished_at, first_division, finish_class, re_promises, clock) INCLUDE (shut_out) WHERE finish_class IS NOT NULL;

CREATE INDEX ix_dossier_rows_running ON dossier_rows (first_division, status, late_from) INCLUDE (shut_out, accepted_at) WHERE accepted_at IS NOT NULL AND status BETWEEN 2 AND 7;

-- A search for a common word by somebody of a division that has it seldom.
CREATE INDEX ix_dossiers_division ON dossiers (division_key, id) WHERE status <> 0;
