-- What a dossier is found by: the words of whatever somebody at a desk has in hand, and marks of its codes, of the numbers of its papers and of who may find it.
-- One row a dossier beside that of the lists, so that an act writes it anew only where a word has changed.

-- Whole words without marks, in lower case, and | where one text ends; what is longer than any word is cut.
CREATE FUNCTION search_words(value text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN string_to_array(btrim(regexp_replace(regexp_replace(fold(value), '[^0-9a-z|]+', ' ', 'g'), '([^ ]{60})[^ ]+', '\1', 'g')), ' ');

-- Each word, and each with the one behind it: with pairs an index finds a name or a title as it is typed, and not all dossiers that have its words somewhere. Both
-- once more with a word of letters only begun (nguy* of nguyen, from three letters on), so that no search has to gather all words that begin so.
CREATE FUNCTION search_lexemes(texts text[]) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RETURN ARRAY(
        SELECT lexeme FROM (
            SELECT lag(word) OVER (ORDER BY place) AS prior, word
            FROM unnest(search_words(replace(replace(array_to_string(texts, E'\n'), '|', ' '), E'\n', ' | '))) WITH ORDINALITY AS read (word, place)) AS pairs
        CROSS JOIN LATERAL (
            SELECT word AS part
            UNION ALL SELECT left(word, letters) || '*' FROM generate_series(3, length(word) - 1) AS letters WHERE word ~ '^[a-z]{4,12}$') AS parts
        CROSS JOIN LATERAL (VALUES (part), (prior || ' ' || part)) AS lexemes (lexeme)
        WHERE word <> '|' AND (lexeme = part OR prior <> '|'));
END $$;

-- What is typed, as a query: its words one behind the other, whole; or the last of them begun; or apart, all of them whole, wherever each
-- stands.
CREATE FUNCTION search_phrase(typed text, way text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    words CONSTANT text[] := (search_words(replace(typed, '|', ' ')))[1:20];
    most CONSTANT integer := cardinality(words);
    tail CONSTANT text := CASE way WHEN 'begun' THEN '*' ELSE '' END;
BEGIN
    RETURN CASE
        WHEN way = 'apart' AND most > 1 THEN (SELECT string_agg('''' || word || '''', ' & ') FROM unnest(words) AS word)
        WHEN way = 'apart' OR way = 'begun' AND length(words[most]) < 3 THEN NULL
        WHEN most = 1 THEN '''' || words[1] || tail || ''''
        ELSE (SELECT string_agg('''' || words[i] || ' ' || words[i + 1] || CASE i WHEN most - 1 THEN tail ELSE '' END || '''', ' & ') FROM generate_series(1, most - 1) AS i)
    END;
END $$;

CREATE FUNCTION search_query(typed text[], way text, marks text[], scope text, span text) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (
        SELECT ('((' || string_agg(part, ') | (') || ')) & (' || scope || ')' || COALESCE(' & (' || span || ')', ''))::tsquery
        FROM (SELECT search_phrase(value, way) FROM unnest(typed) AS given (value) UNION ALL SELECT unnest(marks)) AS parts (part));
END $$;

-- Marks: # a code, ~ a code from its end, $ the number of a paper; % the time; @ the division that finds it, or its owner. What hides its sender has ! instead, with its
-- division and whoever works on it, or with - while that is nobody, so that its words are found by those alone who may know the sender.
CREATE VIEW dossier_words_computed AS
SELECT d.id AS dossier_id,
    array_to_tsvector(array_remove(
        search_lexemes(ARRAY[
            d.reference, d.applicant ->> 'name', d.applicant ->> 'identityNumber', d.applicant ->> 'phone', d.applicant ->> 'email',
            d.submitter ->> 'name', d.submitter ->> 'identityNumber', d.submitter ->> 'phone',
            d.hand_over ->> 'receiverName', d.hand_over ->> 'receiverIdentityNumber', d.abstract]
            || ARRAY(SELECT substr(matter, strpos(matter, ':') + 1) FROM unnest(d.matters) AS matter WHERE matter NOT LIKE 'place:%')
            || ARRAY(SELECT unnest(ARRAY[licence.subject, licence.place]) FROM licence_events AS licence
                WHERE licence.dossier_id = d.id AND licence.kind NOT IN ('Entered', 'Renumbered'))
            || ARRAY(SELECT concat_ws(' ', place.code, place.name, place.address) FROM places AS place WHERE place.dossier_id = d.id))
        || ARRAY['#' || lower(code_key(d.code)), '~' || lower(reverse(code_key(d.code))), '@' || d.owner_account_id,
            '%' || left(d.id::text, 4), '%' || left(d.id::text, 5)]
        || ARRAY(SELECT '$' || lower(number_key_of(paper.number)) FROM numbered_documents AS paper WHERE paper.dossier_id = d.id)
        || ARRAY(SELECT '$' || lower(licence.number_key) FROM licence_events AS licence
            WHERE licence.dossier_id = d.id AND licence.kind NOT IN ('Entered', 'Renumbered'))
        || CASE WHEN d.hides_applicant
            THEN ARRAY['!', '!' || d.division_key, '!' || COALESCE(d.specialist ->> 'accountId', '-')]
            ELSE ARRAY['@' || d.division_key] END,
        NULL)) AS words
FROM dossiers AS d WHERE d.status <> 0;

CREATE TABLE dossier_words AS SELECT * FROM dossier_words_computed ORDER BY dossier_id;

ALTER TABLE dossier_words
    ADD CONSTRAINT pk_dossier_words PRIMARY KEY (dossier_id),
    ADD CONSTRAINT fk_dossier_words_dossier_id FOREIGN KEY (dossier_id) REFERENCES dossiers (id) ON DELETE CASCADE,
    ALTER COLUMN words SET NOT NULL;

-- Without a list of what still has to enter the index, which every search would read through.
CREATE INDEX ix_dossier_words ON dossier_words USING gin (words) WITH (fastupdate = off);

-- The newest dossiers before one, as a part of a query: those whose keys, which begin with their time, begin as the newest or as the span before it. Five digits span
-- three days, four fifty days.
CREATE FUNCTION search_span(before uuid, digits integer) RETURNS text LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN (
        SELECT format('''%%%s'' | ''%%%s''', left(key, digits), lpad(to_hex(('x' || lpad(left(key, digits), 8, '0'))::bit(32)::integer - 1), digits, '0'))
        FROM (SELECT dossier_id::text AS key FROM dossier_words WHERE dossier_id < before ORDER BY dossier_id DESC LIMIT 1) AS newest WHERE digits > 0);
END $$;

-- The words answer for these.
DROP INDEX ix_dossiers_name_fold, ix_dossiers_code_tail;

CREATE FUNCTION keep_dossier_words(dossier uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO dossier_words AS kept SELECT * FROM dossier_words_computed WHERE dossier_id = dossier
    ON CONFLICT (dossier_id) DO UPDATE SET words = EXCLUDED.words WHERE kept.words <> EXCLUDED.words;
END $$;

CREATE FUNCTION keep_words_of_dossier() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM keep_dossier_words(NEW.id);
    RETURN NULL;
END $$;

CREATE FUNCTION keep_words_of_paper() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM keep_dossier_words(NEW.dossier_id);
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER dossier_words_begin AFTER INSERT ON dossiers
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.status <> 0) EXECUTE FUNCTION keep_words_of_dossier();

-- Most acts change nothing that a dossier is found by.
CREATE CONSTRAINT TRIGGER dossier_words_follow_the_dossier AFTER UPDATE ON dossiers
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.status <> 0 AND (OLD.status = 0 OR NEW.hides_applicant
        OR (OLD.code, OLD.reference, OLD.applicant, OLD.submitter, OLD.hand_over, OLD.abstract, OLD.matters, OLD.owner_account_id, OLD.hides_applicant, OLD.division_key)
        IS DISTINCT FROM
        (NEW.code, NEW.reference, NEW.applicant, NEW.submitter, NEW.hand_over, NEW.abstract, NEW.matters, NEW.owner_account_id, NEW.hides_applicant, NEW.division_key)))
    EXECUTE FUNCTION keep_words_of_dossier();

CREATE CONSTRAINT TRIGGER dossier_words_follow_the_numbers AFTER INSERT ON numbered_documents
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_words_of_paper();

CREATE CONSTRAINT TRIGGER dossier_words_follow_the_register AFTER INSERT ON licence_events
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.dossier_id IS NOT NULL) EXECUTE FUNCTION keep_words_of_paper();

CREATE CONSTRAINT TRIGGER dossier_words_follow_the_map AFTER INSERT ON places
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.dossier_id IS NOT NULL) EXECUTE FUNCTION keep_words_of_paper();

-- Of these dossiers the ones whose row, or whose words, are not what the views say.
CREATE OR REPLACE FUNCTION dossier_rows_amiss(dossiers uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    SELECT dossier_id FROM (SELECT * FROM dossier_rows_computed WHERE dossier_id = ANY (dossiers)) AS computed
        FULL JOIN (SELECT * FROM dossier_rows WHERE dossier_id = ANY (dossiers)) AS kept USING (dossier_id)
    WHERE computed IS DISTINCT FROM kept
    UNION
    SELECT dossier_id FROM (SELECT * FROM dossier_words_computed WHERE dossier_id = ANY (dossiers)) AS computed
        FULL JOIN (SELECT * FROM dossier_words WHERE dossier_id = ANY (dossiers)) AS kept USING (dossier_id)
    WHERE computed.words IS DISTINCT FROM kept.words
$$;

-- What is typed into the other lists, for LIKE ANY.
CREATE FUNCTION fold(patterns text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ARRAY(SELECT fold(pattern) FROM unnest(patterns) AS pattern);
