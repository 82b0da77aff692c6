-- Vắng mặt, giao thay, giao ký: who stands in for whom, from when to when, for which roles, and by which document it is signed. Rows are only ever added;
-- a correction is a later row that replaces one.
CREATE TABLE stand_ins (
    id bigint GENERATED ALWAYS AS IDENTITY,
    person_id uuid NOT NULL,
    person_name text NOT NULL,
    is_away boolean NOT NULL,
    substitute_id uuid,
    substitute_name text,
    role text,
    valid_from date NOT NULL,
    valid_to date,
    form text,
    position text NOT NULL,
    procedures text[] NOT NULL,
    document_number text NOT NULL,
    document_date date,
    note text NOT NULL,
    replaces bigint,
    is_withdrawn boolean NOT NULL,
    recorded_at timestamp without time zone NOT NULL,
    recorded_by_id uuid,
    recorded_by text NOT NULL,
    CONSTRAINT pk_stand_ins PRIMARY KEY (id),
    CONSTRAINT ck_stand_ins_order CHECK (valid_to IS NULL OR valid_to >= valid_from OR replaces IS NOT NULL)
);

-- Two people who correct one fact at once: the second is told.
CREATE UNIQUE INDEX ix_stand_ins_replaces ON stand_ins (replaces);

CREATE INDEX ix_stand_ins_person ON stand_ins (person_id);

CREATE INDEX ix_stand_ins_substitute ON stand_ins (substitute_id);

-- Until now a leader signed for the head by the title of the role alone. What stood so goes on, without a document until somebody records it.
INSERT INTO stand_ins (person_id, person_name, is_away, substitute_id, substitute_name, role, valid_from, valid_to, form, position, procedures,
    document_number, note, is_withdrawn, recorded_at, recorded_by)
SELECT head.account_id, giver.display_name, false, held.account_id, taker.display_name, 'Leader',
    GREATEST(held.valid_from, head.valid_from), LEAST(held.valid_to, head.valid_to),
    CASE held.title_key WHEN 'actingDirector' THEN 'Acting' ELSE 'InPlaceOf' END,
    CASE held.title_key WHEN 'actingDirector' THEN '' ELSE 'PHÓ GIÁM ĐỐC' END,
    '{}', '', '', false, localtimestamp, 'Hệ thống'
FROM role_assignments AS held
JOIN role_assignments AS head ON head.role = 'Leader' AND head.unit = held.unit AND head.title_key = 'director'
JOIN accounts AS giver ON giver.id = head.account_id
JOIN accounts AS taker ON taker.id = held.account_id
WHERE held.role = 'Leader' AND held.title_key IN ('deputyDirector', 'actingDirector') AND head.account_id <> held.account_id
    AND (head.valid_to IS NULL OR head.valid_to >= held.valid_from) AND (held.valid_to IS NULL OR held.valid_to >= head.valid_from);

CREATE FUNCTION refuse_stand_in_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'What was recorded about absence and authority is never changed or deleted; record a later fact that replaces it.';
END $$;

CREATE TRIGGER stand_ins_are_append_only BEFORE UPDATE OR DELETE ON stand_ins
    FOR EACH ROW EXECUTE FUNCTION refuse_stand_in_change();

CREATE TRIGGER stand_ins_are_never_emptied BEFORE TRUNCATE ON stand_ins
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_stand_in_change();

-- What stands of them: replaced by no later one, and not said to be nothing.
CREATE VIEW standing_stand_ins AS
SELECT * FROM stand_ins AS fact
WHERE NOT is_withdrawn AND NOT EXISTS (SELECT 1 FROM stand_ins AS later WHERE later.replaces = fact.id);

-- Who holds which role between which days: what was given to them, and what they hold in another person's place.
CREATE VIEW held_roles AS
SELECT account_id, role, unit, title_key, valid_from, valid_to, NULL::bigint AS stand_in_id
FROM role_assignments
UNION ALL
SELECT fact.substitute_id, held.role, held.unit, held.title_key, GREATEST(held.valid_from, fact.valid_from), LEAST(held.valid_to, fact.valid_to), fact.id
FROM standing_stand_ins AS fact
JOIN role_assignments AS held ON held.account_id = fact.person_id AND held.role <> 'Administrator' AND (fact.role IS NULL OR fact.role = held.role)
WHERE fact.substitute_id IS NOT NULL
    AND (held.valid_to IS NULL OR held.valid_to >= fact.valid_from) AND (fact.valid_to IS NULL OR fact.valid_to >= held.valid_from);

-- In whose place an act was done.
ALTER TABLE history ADD COLUMN on_behalf_of text;
