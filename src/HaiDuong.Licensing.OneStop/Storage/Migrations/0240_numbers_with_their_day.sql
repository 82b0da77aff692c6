-- The number of a paper is found also with its day behind it, or with its symbol first. The same as LicenceNumber.Key computes.

CREATE OR REPLACE FUNCTION number_key_of(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN upper(ltrim(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
        btrim(regexp_replace(
            lower(translate(regexp_replace(normalize(value, NFKD), '[\u0300-\u036F\u00AD\u200B-\u200F\u2060\uFEFF]', '', 'g'), 'đĐ', 'dD')),
            '[^0-9a-z]+', '-', 'g'), '-'),
        '(?<=[0-9a-z])-((cap|ky)-)?(ngay-[0-9].*|nam-[0-9]{4})$|(?<=[a-z])-[0-9]{1,2}-[0-9]{1,2}-[12][0-9]{3}$', ''),
        '^([^0-9]*\m(so|no)|giay-[a-z-]*[a-z]|quyet-dinh|van-ban|thong-bao)-?(?=[0-9])', ''),
        '^([a-z][a-z-]*)([0-9]+)$', '\2-\1'),
        '(?<![0-9])-|-(?![0-9])', '', 'g'), '0'));

-- What was computed by the earlier rule is computed again.
ALTER TABLE licence_events DROP COLUMN number_key;
ALTER TABLE licence_events ADD COLUMN number_key text NOT NULL GENERATED ALWAYS AS (number_key_of(number)) STORED;
CREATE INDEX ix_licence_events_number_key ON licence_events (number_key text_pattern_ops);
REINDEX INDEX ix_numbered_documents_number_key;
