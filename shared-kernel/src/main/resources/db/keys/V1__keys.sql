-- The secrets that seal: one row each, wrapped by a key that the database never sees.
-- A destroyed secret leaves its row as a tombstone: everything but the secret.

CREATE TABLE subject_key (
    key_id                text        NOT NULL PRIMARY KEY CHECK (key_id ~ '^[0-9a-f]{32}$'),
    subject               text        NOT NULL CHECK (subject ~ '^[a-z]+:.'),
    kind                  text        NOT NULL CHECK (kind IN ('NARRATIVE', 'IDENTITY')),
    wrapped               bytea       NULL,
    wrapping_key_id       text        NOT NULL,
    wrapping_key_version  integer     NOT NULL CHECK (wrapping_key_version > 0),
    created_at            timestamptz NOT NULL DEFAULT now(),
    destroyed_at          timestamptz NULL,
    destroyed_at_position bigint      NULL CHECK (destroyed_at_position >= 0),
    CONSTRAINT live_or_tombstone CHECK (
        CASE WHEN wrapped IS NULL
             THEN destroyed_at IS NOT NULL AND destroyed_at_position IS NOT NULL
             ELSE destroyed_at IS NULL AND destroyed_at_position IS NULL
        END)
);

COMMENT ON TABLE subject_key IS
    'Secrets of cases and persons, wrapped; a row without secret is the tombstone of a destroyed one';
COMMENT ON COLUMN subject_key.subject IS 'Whose texts it seals, for example case:c-1';
COMMENT ON COLUMN subject_key.destroyed_at_position IS 'Head of the ledger when it was destroyed';

CREATE UNIQUE INDEX one_current_key ON subject_key (subject, kind) WHERE destroyed_at IS NULL;
CREATE INDEX keys_of_subject ON subject_key (subject);

CREATE FUNCTION destroy_keys(whose text, head bigint) RETURNS integer
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = ${schema}, pg_temp
AS $$
DECLARE
    destroyed integer;
BEGIN
    IF whose IS NULL OR head IS NULL OR head < 0 THEN
        RAISE EXCEPTION 'destroy_keys needs a subject such as case:c-1 and the head of the ledger, 0 or more'
            USING ERRCODE = 'invalid_parameter_value';
    END IF;
    UPDATE subject_key
    SET wrapped = NULL, destroyed_at = clock_timestamp(), destroyed_at_position = head
    WHERE subject = whose AND destroyed_at IS NULL;
    GET DIAGNOSTICS destroyed = ROW_COUNT;
    RETURN destroyed;
END
$$;

COMMENT ON FUNCTION destroy_keys(text, bigint) IS
    'Destroys every secret of a subject for ever and leaves tombstones; answers how many. '
    'SELECT ${schema}.destroy_keys(''case:c-1'', <last position of the ledger>)';

-- The role reads and adds; what it may change is only what destroy_keys changes, and nothing is deleted.
REVOKE ALL ON FUNCTION destroy_keys(text, bigint) FROM PUBLIC;
GRANT SELECT ON subject_key TO ${role};
GRANT INSERT (key_id, subject, kind, wrapped, wrapping_key_id, wrapping_key_version) ON subject_key TO ${role};
GRANT EXECUTE ON FUNCTION destroy_keys(text, bigint) TO ${role};
