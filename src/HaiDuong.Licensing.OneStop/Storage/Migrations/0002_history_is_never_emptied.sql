-- TRUNCATE passes by row triggers.
CREATE TRIGGER history_is_never_emptied BEFORE TRUNCATE ON history
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();
