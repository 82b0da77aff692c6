-- Times the search of the desks in a database that million.sql has filled: the statements of DossierSearchQuery, by 50 inputs of each kind, each the second time that
-- it is asked, planning and all; then the plans.
--   psql big -f search.sql
CREATE FUNCTION pg_temp.find(typed text[], way text, marks text[], scope text) RETURNS uuid[] LANGUAGE plpgsql AS $$
DECLARE
    before CONSTANT uuid := 'ffffffff-ffff-ffff-ffff-ffffffffffff';
    found uuid[] := '{}';
    span integer;
BEGIN
    FOREACH span IN ARRAY ARRAY[5, 4, 0] LOOP
        EXIT WHEN cardinality(found) = 31;
        EXECUTE 'SELECT ARRAY(SELECT dossier_id FROM (SELECT dossier_id FROM dossier_words WHERE dossier_id < $5
                AND words @@ (SELECT search_query($1, $2, $3, $4, search_span($5, $6))) OFFSET 0) AS found ORDER BY dossier_id DESC LIMIT 31)'
            INTO found USING typed, way, marks, scope, before, span;
    END LOOP;
    RETURN found;
END $$;

CREATE FUNCTION pg_temp.search(typed text, scope text) RETURNS uuid[] LANGUAGE plpgsql AS $$
DECLARE
    key CONSTANT text := lower(code_key(fold(typed)));
    marks CONSTANT text[] := CASE WHEN length(key) > 15 THEN ARRAY[format('''#%s'':*', key)] ELSE '{}' END
        || CASE WHEN length(key) > 2 THEN ARRAY[format('''~%s'':*', reverse(key))] ELSE '{}' END
        || CASE WHEN number_key_of(typed) <> '' THEN ARRAY[format('''$%s''', lower(number_key_of(typed)))] ELSE '{}' END;
    found uuid[] := pg_temp.find(ARRAY[typed], 'whole', marks, scope);
BEGIN
    found := CASE WHEN cardinality(found) = 0 THEN pg_temp.find(ARRAY[typed], 'begun', '{}', scope) ELSE found END;
    RETURN CASE WHEN cardinality(found) = 0 THEN pg_temp.find(ARRAY[typed], 'apart', '{}', scope) ELSE found END;
END $$;

CREATE TEMP TABLE scope AS SELECT * FROM (VALUES ('everywhere', '!''!'''), ('in a division with nearly all', '''@press-publishing'''),
    ('in a division with 25,000', '''@inspectorate'''), ('in a division with 3,300', '''@post-telecom''')) AS given (place, marks);

-- What somebody looks for is mostly there: the inputs are those of dossiers that the reader finds.
SELECT setseed(0.5);
CREATE TEMP TABLE sample AS
SELECT place, given.* FROM scope CROSS JOIN LATERAL (
    SELECT dossier_id FROM dossier_words TABLESAMPLE SYSTEM (30) WHERE words @@ marks::tsquery ORDER BY hashtext(dossier_id::text) LIMIT 1000) AS chosen
JOIN dossiers AS given ON given.id = dossier_id;

CREATE TEMP TABLE input AS
SELECT place, marks, kind, value FROM scope CROSS JOIN LATERAL (
    (SELECT 'reference' AS kind, reference AS value FROM sample WHERE sample.place = scope.place LIMIT 50)
    UNION ALL (SELECT 'code in one piece', replace(replace(code, '.', ''), '-', '') FROM sample WHERE sample.place = scope.place LIMIT 50)
    UNION ALL (SELECT 'beginning of a code: a day', left(code, 21) FROM sample WHERE sample.place = scope.place LIMIT 50)
    UNION ALL (SELECT 'tail of a code', right(code, 4) FROM sample WHERE sample.place = scope.place LIMIT 50)
    UNION ALL (SELECT 'identity number', applicant ->> 'identityNumber' FROM sample WHERE sample.place = scope.place LIMIT 50)
    UNION ALL (SELECT 'telephone', applicant ->> 'phone' FROM sample WHERE sample.place = scope.place LIMIT 50)
    UNION ALL (SELECT 'mail', applicant ->> 'email' FROM sample WHERE sample.place = scope.place AND applicant ->> 'email' IS NOT NULL LIMIT 50)
    UNION ALL (SELECT 'full name of a person', applicant ->> 'name' FROM sample WHERE sample.place = scope.place AND (applicant ->> 'identityNumber')::bigint % 2 = 1 LIMIT 50)
    UNION ALL (SELECT 'full name of a body', applicant ->> 'name' FROM sample WHERE sample.place = scope.place AND (applicant ->> 'identityNumber')::bigint % 2 = 0 LIMIT 50)
    UNION ALL (SELECT 'name, its last word begun', left(applicant ->> 'name', -1) FROM sample WHERE sample.place = scope.place AND (applicant ->> 'identityNumber')::bigint % 2 = 1 OFFSET 50 LIMIT 50)
    UNION ALL (SELECT 'name of a receiver', hand_over ->> 'receiverName' FROM sample WHERE sample.place = scope.place AND hand_over IS NOT NULL LIMIT 50)
    UNION ALL (SELECT 'common surname', unnest(ARRAY['nguyen', 'Trần', 'le', 'pham', 'hoang', 'phan', 'vu', 'dang', 'bui', 'do']))
    UNION ALL (SELECT 'common phrase', unnest(ARRAY['nguyen van', 'công ty', 'trách nhiệm hữu hạn', 'truong tieu hoc', 'uy ban nhan dan xa', 'cong ty co phan', 'ky yeu', 'lich su dang bo']))
    UNION ALL (SELECT 'words of a title', array_to_string((string_to_array(substr(matters[1], 7), ' '))[2:5], ' ') FROM sample WHERE sample.place = scope.place LIMIT 50)
    UNION ALL (SELECT 'two words of a title, turned round', split_part(matters[1], ' ', 6) || ' ' || split_part(matters[1], ' ', 5) FROM sample WHERE sample.place = scope.place LIMIT 50)
    UNION ALL (SELECT 'a word of a title', split_part(matters[1], ' ', 5) FROM sample WHERE sample.place = scope.place LIMIT 50)
    UNION ALL (SELECT 'common words that never follow each other', unnest(ARRAY['van nguyen', 'phan co ty cong', 'thi tran', 'xa uy ban', 'huu nhiem']))
    UNION ALL (SELECT 'number of a decision', number FROM (SELECT number FROM sample JOIN numbered_documents ON dossier_id = id WHERE sample.place = scope.place LIMIT 50) AS given)
    UNION ALL (SELECT 'name of a place', name FROM (SELECT name FROM sample JOIN places ON dossier_id = sample.id WHERE sample.place = scope.place LIMIT 50) AS given)
    UNION ALL (SELECT 'two rare letters', unnest(ARRAY['xq', 'zz', 'wq', 'qx', 'jf', 'fz', 'w9', 'zk']))
    UNION ALL (SELECT 'two common letters', unnest(ARRAY['ng', 'th', 'tr', 'an', 'co', 'va', '20', '09', 'ha', 'kh']))
    UNION ALL (SELECT 'three letters', unnest(ARRAY['ngu', 'thi', 'han', 'xua', 'bao', 'quy', 'hoi', 'dan', 'lie', 'nha']))
    UNION ALL (SELECT 'nothing has it', md5(n::text) FROM generate_series(1, 10) AS n)
    UNION ALL (SELECT 'nothing has them together', 'nguyen van ' || left(md5(n::text), 6) FROM generate_series(1, 10) AS n)) AS given
WHERE value <> '';

CREATE TEMP TABLE taken (place text, kind text, hits integer, ms double precision);

DO $$
DECLARE
    one record;
    began timestamptz;
    hits integer;
BEGIN
    FOR one IN SELECT * FROM input LOOP
        PERFORM pg_temp.search(one.value, one.marks);
        began := clock_timestamp();
        hits := cardinality(pg_temp.search(one.value, one.marks));
        INSERT INTO taken VALUES (one.place, one.kind, hits, extract(epoch FROM clock_timestamp() - began) * 1000);
    END LOOP;
END $$;

SELECT place, kind, count(*), round(avg(hits)) AS hits, round(percentile_cont(0.5) WITHIN GROUP (ORDER BY ms)::numeric, 1) AS p50,
    round(percentile_cont(0.95) WITHIN GROUP (ORDER BY ms)::numeric, 1) AS p95, round(max(ms)::numeric, 1) AS max
FROM taken GROUP BY ROLLUP (place, kind) ORDER BY place, p95;

PREPARE span (text, text, integer) AS
SELECT dossier_id FROM (SELECT dossier_id FROM dossier_words WHERE dossier_id < 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid
    AND words @@ (SELECT search_query(ARRAY[$1], $2, '{}', '!''!''', search_span('ffffffff-ffff-ffff-ffff-ffffffffffff', $3))) OFFSET 0) AS found ORDER BY dossier_id DESC LIMIT 31;
EXPLAIN (ANALYZE, BUFFERS) EXECUTE span ('nguyen', 'whole', 5);
EXPLAIN (ANALYZE, BUFFERS) EXECUTE span ('pham thi huong', 'whole', 4);
EXPLAIN (ANALYZE, BUFFERS) EXECUTE span ('pham thi huong', 'whole', 0);
