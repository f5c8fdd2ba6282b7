-- The key of a case can be followed by another. The one before is retired: it seals nothing any more,
-- still opens, and is destroyed once what stays of its texts was sealed again.

ALTER TABLE subject_key
    ADD COLUMN made       bigint      GENERATED ALWAYS AS IDENTITY,
    ADD COLUMN retired_at timestamptz NULL;

COMMENT ON COLUMN subject_key.made IS 'Orders the keys of a subject: a later one has more';
COMMENT ON COLUMN subject_key.retired_at IS 'When another took its place; it seals nothing since';

DROP INDEX one_current_key;
CREATE UNIQUE INDEX one_current_key ON subject_key (subject, kind)
    WHERE destroyed_at IS NULL AND retired_at IS NULL;
CREATE INDEX retired_keys ON subject_key (subject)
    WHERE destroyed_at IS NULL AND retired_at IS NOT NULL;

CREATE FUNCTION rotate_key(
    whose text, what text, fresh_id text, fresh bytea, wrapper_id text, wrapper_version integer)
    RETURNS boolean
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = ${schema}, pg_temp
AS $$
BEGIN
    UPDATE subject_key SET retired_at = clock_timestamp()
    WHERE subject = whose AND kind = what AND destroyed_at IS NULL AND retired_at IS NULL;
    INSERT INTO subject_key (key_id, subject, kind, wrapped, wrapping_key_id, wrapping_key_version)
    VALUES (fresh_id, whose, what, fresh, wrapper_id, wrapper_version)
    ON CONFLICT (subject, kind) WHERE destroyed_at IS NULL AND retired_at IS NULL DO NOTHING;
    RETURN FOUND;
END
$$;

COMMENT ON FUNCTION rotate_key(text, text, text, bytea, text, integer) IS
    'Retires the key of a subject and puts another in its place; false if somebody else did at that moment: ask again';

CREATE FUNCTION destroy_retired_keys(whose text, keeping text, head bigint) RETURNS integer
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = ${schema}, pg_temp
AS $$
DECLARE
    kept      subject_key;
    destroyed integer;
BEGIN
    IF head IS NULL OR head < 0 THEN
        RAISE EXCEPTION 'destroy_retired_keys needs the head of the ledger, 0 or more'
            USING ERRCODE = 'invalid_parameter_value';
    END IF;
    SELECT * INTO kept FROM subject_key WHERE key_id = keeping AND subject = whose;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'key % was never one of %; nothing was destroyed', keeping, whose
            USING ERRCODE = 'invalid_parameter_value';
    END IF;
    UPDATE subject_key
    SET wrapped = NULL, destroyed_at = clock_timestamp(), destroyed_at_position = head
    WHERE subject = whose AND kind = kept.kind AND made < kept.made
      AND destroyed_at IS NULL AND retired_at IS NOT NULL;
    GET DIAGNOSTICS destroyed = ROW_COUNT;
    RETURN destroyed;
END
$$;

COMMENT ON FUNCTION destroy_retired_keys(text, text, bigint) IS
    'Destroys for ever the secrets of a subject that were made before the one to keep; answers how many';

REVOKE ALL ON FUNCTION rotate_key(text, text, text, bytea, text, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION destroy_retired_keys(text, text, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rotate_key(text, text, text, bytea, text, integer) TO ${role};
GRANT EXECUTE ON FUNCTION destroy_retired_keys(text, text, bigint) TO ${role};
