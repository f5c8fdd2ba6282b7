-- A view for the tests of the projector: what it applied, how often.
CREATE TABLE fence (
    view text, ledger text, partition integer, position bigint NOT NULL, chain_hash bytea,
    PRIMARY KEY (view, ledger, partition));
CREATE TABLE applied (position bigint NOT NULL, times integer NOT NULL DEFAULT 1 CHECK (times < 1000));
GRANT SELECT, INSERT, UPDATE ON fence, applied TO ${role};
