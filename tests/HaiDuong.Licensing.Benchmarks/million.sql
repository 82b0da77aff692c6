-- Fills a migrated, empty database with 1,000,000 dossiers of four years, 30,000 of them open, for EXPLAIN: rows as wide as real ones, and of the last year six
-- steps each in the history.
--   createdb big; ConnectionStrings__Default=… dotnet run --project src/HaiDuong.Licensing.Web -- migrate; psql big -f million.sql
SET session_replication_role = replica;

-- Names and titles as frequent as they are: two fifths of the people are called Nguyễn; of 1,500 syllables the first are everywhere and the last hardly anywhere.
CREATE TEMP TABLE syllables AS
SELECT row_number() OVER (ORDER BY hashtext(syllable)) AS n, syllable AS s
FROM (
    SELECT starts || middles || ends AS syllable
    FROM unnest(string_to_array('b c d đ g h kh l m n ng ph qu s t th tr v x', ' ')) AS starts, unnest(string_to_array('a ă â e ê i o ô ơ u ư ao iê uô ươ', ' ')) AS middles,
        unnest(ARRAY['', 'n', 'ng', 'c', 't', 'm']) AS ends
    ORDER BY md5(starts || middles || ends) LIMIT 1500) AS given;
ANALYZE syllables;

CREATE TEMP TABLE people AS
SELECT given.n, concat_ws(' ',
    CASE WHEN given.n % 5 < 2 THEN 'Nguyễn' ELSE (ARRAY['Trần', 'Trần', 'Trần', 'Lê', 'Lê', 'Phạm', 'Phạm', 'Hoàng', 'Phan', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô', 'Dương', 'Lý', 'Đoàn', 'Trịnh',
        'Mai', 'Tạ', 'Lương', 'Đinh'])[1 + abs(hashint8extended(given.n, 1) % 22)] END,
    (ARRAY['Văn', 'Văn', 'Thị', 'Thị', 'Thị', 'Đức', 'Minh', 'Ngọc', 'Hữu', 'Quang', 'Thu', 'Thanh'])[1 + abs(hashint8extended(given.n, 2) % 12)],
    (ARRAY['Anh', 'Bình', 'Chi', 'Cường', 'Dũng', 'Hà', 'Hải', 'Hạnh', 'Hiền', 'Hoa', 'Hùng', 'Hương', 'Lan', 'Linh', 'Long', 'Mai', 'Nam', 'Nga', 'Phúc', 'Phương', 'Quân', 'Sơn', 'Tâm',
        'Thảo', 'Thắng', 'Thủy', 'Trang', 'Tuấn', 'Vân', 'Yến', initcap(one.s)])[1 + abs(hashint8extended(given.n, 3) % 31)]) AS name,
    concat_ws(' ', (ARRAY['Công ty cổ phần', 'Công ty trách nhiệm hữu hạn', 'Công ty TNHH một thành viên', 'Trường trung học phổ thông', 'Trường tiểu học', 'Ủy ban nhân dân xã',
        'Hội Khuyến học huyện', 'Doanh nghiệp tư nhân'])[1 + abs(hashint8extended(given.n, 5) % 8)],
        initcap(two.s || ' ' || three.s),
        CASE WHEN given.n % 3 = 0 THEN initcap(four.s) END) AS body
FROM generate_series(0::bigint, 499999) AS given (n) JOIN syllables AS one ON one.n = 1 + abs(hashint8extended(given.n, 4) % 1500) JOIN syllables AS two ON two.n = (1500::float8 ^ ((abs(hashint8extended(given.n, 6)) % 100000) / 100000::float8))::integer
    JOIN syllables AS three ON three.n = (1500::float8 ^ ((abs(hashint8extended(given.n, 7)) % 100000) / 100000::float8))::integer JOIN syllables AS four ON four.n = 1 + abs(hashint8extended(given.n, 8) % 1500);
CREATE UNIQUE INDEX ON people (n);
ANALYZE people;

INSERT INTO dossiers (
    id, reference, code, procedure_slug, procedure_version, regime_name, route_id, route_version, division_key, first_division, channel, applicant, submitter, return_by, form, papers,
    fees, payments, supplements, opinions, checks, slips, status, ledger, created_at, submitted_at, answer_due, accepted_at, statutory_due, promised_due, finished_at, finish_class,
    revision, clock, report_due, warn_at, late_from, hand_over, matters)
SELECT
    -- In the order of their time, as the program's keys are.
    (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || substr(key, 1, 3) || '8' || substr(key, 4, 15))::uuid,
    translate(upper(substr(key, 13, 4) || '-' || substr(key, 17, 4) || '-' || substr(key, 21, 4)), '01', 'XY'),
    '000.00.13.H23-' || to_char(at, 'YYMMDD') || '-' || lpad((given.n % 10000)::text, 4, '0'),
    'publishing-permit', '2025-07-01', 'nd118-2025', 'standard-licence', 1, division, division, given.n % 2,
    jsonb_build_object('name', CASE WHEN owner.n % 2 = 0 THEN owner.body ELSE owner.name END, 'identityNumber', lpad(owner.n::text, 10, '0'), 'address', 'Hải Dương',
        'phone', '09' || lpad((owner.n * 7919 % 100000000)::text, 8, '0'),
        'email', CASE WHEN owner.n % 3 <> 0 THEN 'nguoi' || owner.n || CASE WHEN owner.n % 2 = 0 THEN '@haiduong.edu.vn' ELSE '@gmail.com' END END),
    CASE WHEN owner.n % 2 = 0 THEN jsonb_build_object('name', owner.name, 'phone', '03' || lpad((owner.n * 104729 % 100000000)::text, 8, '0')) END, 0,
    jsonb_build_object('title', md5(key), 'summary', repeat(key, 20)), '[]', '[]', '[]',
    CASE WHEN open AND given.n % 37 = 0 THEN jsonb_build_array(jsonb_build_object('round', 1, 'answerBy', to_char(at + interval '20 days', 'YYYY-MM-DD'))) ELSE '[]' END,
    '[]', '[]', '[]',
    CASE WHEN NOT open THEN 10 WHEN given.n % 37 = 0 THEN 5 WHEN given.n % 10 = 1 THEN 1 WHEN given.n % 10 = 2 THEN 9 WHEN given.n % 100 = 3 THEN 7 ELSE 4 END, jsonb_build_array(repeat(key, 10)),
    at, at, at + interval '8 hours', CASE WHEN NOT open OR given.n % 10 <> 1 THEN at END, at + interval '10 days', at + interval '10 days',
    CASE WHEN NOT open OR given.n % 10 = 2 THEN at + interval '9 days' END, CASE WHEN NOT open OR given.n % 10 = 2 THEN given.n % 3 END,
    5, CASE WHEN open THEN 1 ELSE 4 END, at + interval '10 days',
    jsonb_build_array(to_char(at + interval '7 days', 'YYYY-MM-DD"T"HH24:MI:SS'), to_char(at + interval '9 days', 'YYYY-MM-DD"T"HH24:MI:SS')), at + interval '10 days',
    CASE WHEN NOT open AND given.n % 2 = 0 THEN jsonb_build_object('receiverName', receiver.name, 'receiverIdentityNumber', lpad((given.n * 31)::text, 12, '0')) END,
    ARRAY['title:' || unaccent(concat_ws(' ', (ARRAY['ky yeu', 'tap san', 'tai lieu hoi nghi', 'ban tin', 'lich su dang bo xa', 'so tay tuyen truyen'])[1 + given.n % 6],
        one.s, two.s,
        three.s, four.s, (1990 + given.n % 35)::text))]
FROM (
    SELECT n, n >= 970000 AS open, timestamp '2022-01-03 09:00' + n * interval '150 seconds' AS at, md5(n::text) AS key,
        CASE WHEN n % 300 = 0 THEN 'post-telecom' WHEN n % 40 = 1 THEN 'inspectorate' ELSE 'press-publishing' END AS division
    FROM generate_series(1::bigint, 1000000) AS n) AS given
JOIN people AS owner ON owner.n = given.n * 48271 % 250000 JOIN people AS receiver ON receiver.n = 250000 + given.n * 69621 % 250000
JOIN syllables AS one ON one.n = (1500::float8 ^ ((abs(hashint8extended(given.n, 11)) % 100000) / 100000::float8))::integer JOIN syllables AS two ON two.n = (1500::float8 ^ ((abs(hashint8extended(given.n, 12)) % 100000) / 100000::float8))::integer
JOIN syllables AS three ON three.n = (1500::float8 ^ ((abs(hashint8extended(given.n, 13)) % 100000) / 100000::float8))::integer JOIN syllables AS four ON four.n = 1 + abs(hashint8extended(given.n, 14) % 1500)
ORDER BY given.n;

-- Every other result has its number and its licence, every tenth is a place on the map.
INSERT INTO numbered_documents (office, book, year, serial, number, issued_on, addressee, summary, signer, dossier_id, file, at, numbered_by)
SELECT 'x', 'x', extract(year FROM submitted_at), row_number() OVER (PARTITION BY extract(year FROM submitted_at) ORDER BY id),
    row_number() OVER (PARTITION BY extract(year FROM submitted_at) ORDER BY id) || '/GP-STTTT', finished_at::date, 'x', 'x', 'x', id, 'x', finished_at, 'x'
FROM dossiers WHERE status = 10 AND right(code, 1) IN ('0', '2', '4', '6', '8');

INSERT INTO places (id, kind, key, name, owner, owner_is_person, address, latitude, longitude, dossier_id, is_demo, recorded_at)
SELECT id, 'mast', id::text, 'Trạm ' || place.body, 'x', false, 'Xã ' || one.s, 20.9, 106.3, id, false, now()
FROM dossiers JOIN people AS place ON place.n = hashtextextended(code, 2) & 262143 JOIN syllables AS one ON one.n = 1 + (hashtextextended(code, 1) & 1023)
WHERE status = 10 AND right(code, 1) = '4';

INSERT INTO work_items (id, dossier_id, step_id, title, role, unit, since, due_at, warn_from, late_from)
SELECT gen_random_uuid(), dossiers.id, step.id, step.title, step.role, step.unit, submitted_at, submitted_at + interval '5 days', submitted_at + interval '4 days', submitted_at + interval '5 days'
FROM dossiers, (VALUES ('appraise', 'Thẩm định', 'Specialist', 'press-publishing', ''), ('consult', 'Lấy ý kiến', 'ConsultedAgency', 'police', '7')) AS step (id, title, role, unit, tail)
WHERE status IN (4, 5) AND code LIKE '%' || step.tail;

INSERT INTO history (dossier_id, at, act, actor_name, actor_role, step_id, step_title, step_since, step_due_at, step_class, from_status, to_status, late_from)
SELECT
    dossiers.id, (submitted_at + step.n * interval '30 hours') AT TIME ZONE 'Asia/Ho_Chi_Minh', step.act, 'Chuyên viên', 'Specialist', step.id, step.id,
    submitted_at + (step.n - 1) * interval '30 hours', submitted_at + step.n * interval '30 hours', 1, 4, 4, CASE WHEN step.n < 6 THEN submitted_at + interval '10 days' END
FROM dossiers, (VALUES (1, 'receive', 'Accept'), (2, 'assign', 'Assign'), (3, 'appraise', 'Appraise'), (4, 'draft', 'DraftResult'), (5, 'sign', 'Sign'), (6, 'issue', 'Issue')) AS step (n, id, act)
WHERE submitted_at > '2025-10-01' AND (finished_at IS NOT NULL OR step.n < 3)
ORDER BY submitted_at, step.n;

-- Every fifth has a fee and paid it; some paid twice, of some the receipt was cancelled, some of what is open waits for it.
UPDATE dossiers SET fees = jsonb_build_array(jsonb_build_object('key', 'printed', 'label', 'Phí thẩm định', 'unit', 'trang', 'source', 'x', 'quantity', 80, 'unitPrice', 15000, 'amount', 1200000)),
    payments = CASE WHEN right(code, 1) = '8' THEN '[]' ELSE (
        SELECT jsonb_agg(jsonb_build_object('at', to_char(accepted_at + n * interval '1 day', 'YYYY-MM-DD"T"HH24:MI:SS'), 'amount', 1200000, 'method', CASE WHEN n = 1 THEN 'cash' ELSE 'transfer' END,
            'receiptNumber', code || '/' || n, 'takenBy', 'Kế toán')
            || CASE WHEN right(code, 3) = '333' THEN jsonb_build_object('cancelled', jsonb_build_object('at', to_char(accepted_at + interval '2 days', 'YYYY-MM-DD"T"HH24:MI:SS'), 'by', 'x', 'reason', 'x')) ELSE '{}' END)
        FROM generate_series(1, CASE WHEN right(code, 3) = '113' THEN 2 ELSE 1 END) AS n) END
WHERE accepted_at IS NOT NULL AND (right(code, 1) = '3' OR (right(code, 1) = '8' AND status IN (4, 5)));

DO $$ BEGIN
    PERFORM book_fees(id, procedure_slug, division_key, payments, refunds) FROM dossiers WHERE payments <> '[]'::jsonb;
END $$;

INSERT INTO work_items (id, dossier_id, step_id, title, role, unit, since, due_at, warn_from, late_from)
SELECT gen_random_uuid(), id, 'collect-fee', 'Thu phí thẩm định', 'Accountant', 'planning-finance', submitted_at, submitted_at + interval '6 days', submitted_at + interval '5 days', submitted_at + interval '6 days'
FROM dossiers WHERE status IN (4, 5) AND code LIKE '%8';

-- Of the letters that came, every third is about a dossier.
INSERT INTO incoming_documents (office, year, serial, received_on, sender, number, summary, unit, dossier_id, at, entered_by)
SELECT 'x', extract(year FROM submitted_at), row_number() OVER (PARTITION BY extract(year FROM submitted_at) ORDER BY id), submitted_at::date, 'Công an tỉnh', 'x', 'x', division_key,
    CASE WHEN code LIKE '%1' THEN id END, submitted_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'x'
FROM dossiers WHERE right(code, 1) IN ('1', '2', '3');

INSERT INTO dossier_rows SELECT * FROM dossier_rows_computed;

DROP INDEX ix_dossier_words;
INSERT INTO dossier_words SELECT * FROM dossier_words_computed ORDER BY dossier_id;
CREATE INDEX ix_dossier_words ON dossier_words USING gin (words) WITH (fastupdate = off);

VACUUM ANALYZE;
