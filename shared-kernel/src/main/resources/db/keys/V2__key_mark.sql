-- What secrets that are kept elsewhere are known by, so that another one in their place is noticed.

CREATE TABLE key_mark (
    name       text        NOT NULL PRIMARY KEY CHECK (name <> ''),
    mark       text        NOT NULL CHECK (mark ~ '^[0-9a-f]{64}$'),
    created_at timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE key_mark IS
    'Marks of secrets in files, made with the secret itself when it was first used; they tell nothing of it';

-- The role reads and adds; a mark never changes.
GRANT SELECT ON key_mark TO ${role};
GRANT INSERT (name, mark) ON key_mark TO ${role};
