-- Fills a migrated, empty database with 1,000,000 dossiers of four years, 30,000 of them open, for EXPLAIN: rows as wide as real ones, no history.
--   createdb big; ConnectionStrings__Default=… dotnet run --project src/HaiDuong.Licensing.Web -- migrate; psql big -f million.sql
SET session_replication_role = replica;

INSERT INTO dossiers (
    id, reference, code, procedure_slug, procedure_version, regime_name, route_id, route_version, division_key, first_division, channel, applicant, return_by, form, papers,
    fees, payments, supplements, opinions, checks, slips, status, ledger, created_at, submitted_at, answer_due, accepted_at, statutory_due, promised_due, finished_at, finish_class,
    revision, clock, report_due, warn_at, late_from)
SELECT
    gen_random_uuid(), 'R' || lpad(n::text, 11, '0'), '000.00.13.H23-' || to_char(at, 'YYMMDD') || '-' || lpad((n % 10000)::text, 4, '0'),
    'publishing-permit', '2026-01-01', 'x', 'standard', 1, 'press-publishing', 'press-publishing', n % 2,
    jsonb_build_object('name', 'Công ty trách nhiệm hữu hạn ' || md5(n::text), 'identityNumber', lpad((n % 100000)::text, 10, '0'), 'address', 'Hải Dương'), 0,
    jsonb_build_object('title', md5(n::text), 'summary', repeat(md5(n::text), 20)), '[]', '[]', '[]',
    CASE WHEN open AND n % 37 = 0 THEN jsonb_build_array(jsonb_build_object('round', 1, 'answerBy', to_char(at + interval '20 days', 'YYYY-MM-DD'))) ELSE '[]' END,
    '[]', '[]', '[]', CASE WHEN NOT open THEN 10 WHEN n % 37 = 0 THEN 5 WHEN n % 10 = 1 THEN 1 WHEN n % 10 = 2 THEN 9 WHEN n % 100 = 3 THEN 7 ELSE 4 END, jsonb_build_array(repeat(md5(n::text), 10)),
    at, at, at + interval '8 hours', CASE WHEN NOT open OR n % 10 <> 1 THEN at END, at + interval '10 days', at + interval '10 days',
    CASE WHEN NOT open OR n % 10 = 2 THEN at + interval '9 days' END, CASE WHEN NOT open OR n % 10 = 2 THEN n % 3 END,
    5, CASE WHEN open THEN 1 ELSE 3 END, at + interval '10 days',
    jsonb_build_array(to_char(at + interval '7 days', 'YYYY-MM-DD"T"HH24:MI:SS'), to_char(at + interval '9 days', 'YYYY-MM-DD"T"HH24:MI:SS')), at + interval '10 days'
FROM (SELECT n, n >= 970000 AS open, timestamp '2022-01-03 09:00' + n * interval '150 seconds' AS at FROM generate_series(1, 1000000) AS n) AS given;

INSERT INTO work_items (id, dossier_id, step_id, title, role, unit, since, due_at, warn_from, late_from)
SELECT gen_random_uuid(), dossiers.id, step.id, step.title, step.role, step.unit, submitted_at, submitted_at + interval '5 days', submitted_at + interval '4 days', submitted_at + interval '5 days'
FROM dossiers, (VALUES ('appraise', 'Thẩm định', 'Specialist', 'press-publishing', ''), ('consult', 'Lấy ý kiến', 'ConsultedAgency', 'police', '7')) AS step (id, title, role, unit, tail)
WHERE status IN (4, 5) AND code LIKE '%' || step.tail;

INSERT INTO dossier_rows SELECT * FROM dossier_rows_computed;

VACUUM ANALYZE;
