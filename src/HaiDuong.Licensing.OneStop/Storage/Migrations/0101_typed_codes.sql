-- Dossier codes are found however they are typed, and by their end. The same as TypedCode.Key computes.

CREATE FUNCTION code_key(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN translate(upper(regexp_replace(value, '[^0-9A-Za-z]', '', 'g')), 'OIL', '011');

CREATE INDEX ix_dossiers_code_key ON dossiers (code_key(code) text_pattern_ops);

CREATE INDEX ix_dossiers_code_tail ON dossiers (reverse(code_key(code)) text_pattern_ops);
