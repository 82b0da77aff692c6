-- Numbers of licences and documents are found however they are typed. The same as LicenceNumber.Key computes.

CREATE FUNCTION number_key_of(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN upper(ltrim(regexp_replace(regexp_replace(
        regexp_replace(
            translate(regexp_replace(normalize(value, NFKD), '[\u0300-\u036F\u00AD\u200B-\u200F\u2060\uFEFF]', '', 'g'), 'đĐ', 'dD'),
            '[^0-9A-Za-z]+', '-', 'g'),
        '^[^0-9]*\m(so|no)-?(?=[0-9])', '', 'i'),
        '(?<![0-9])-|-(?![0-9])', '', 'g'), '0'));

ALTER TABLE licence_events DROP COLUMN number_key;
ALTER TABLE licence_events ADD COLUMN number_key text NOT NULL GENERATED ALWAYS AS (number_key_of(number)) STORED;
CREATE INDEX ix_licence_events_number_key ON licence_events (number_key text_pattern_ops);

-- Nobody looks a licence up but by its events.
ALTER TABLE licences DROP COLUMN number_key;

CREATE INDEX ix_numbered_documents_number_key ON numbered_documents (number_key_of(number));
