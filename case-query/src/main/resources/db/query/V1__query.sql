-- The view of cases: what happened to each, and one row per case to be listed.

CREATE TABLE ${schema}.fence (
    view       text    NOT NULL,
    ledger     text    NOT NULL,
    partition  integer NOT NULL,
    position   bigint  NOT NULL,
    chain_hash bytea   NOT NULL,
    PRIMARY KEY (view, ledger, partition)
);

CREATE TABLE ${schema}.entry (
    position      bigint      PRIMARY KEY,
    case_id       text        COLLATE "C" NOT NULL,
    type          text        NOT NULL,
    version       integer     NOT NULL,
    effective_day date        NOT NULL,
    recorded_at   timestamptz NOT NULL,
    event_id      uuid        NOT NULL,
    tags          text[]      NOT NULL,
    metadata      jsonb       NOT NULL,
    clear         bytea       NOT NULL,
    sealed        bytea,
    chain_hash    bytea       NOT NULL
);

CREATE INDEX entry_by_case ON ${schema}.entry (case_id, position);

-- Most entries are interventions, and no milestone of a case is one.
CREATE INDEX milestone_by_case ON ${schema}.entry (case_id, position)
    WHERE type <> 'InterventionRecorded';

CREATE INDEX intervention_by_case ON ${schema}.entry (case_id, effective_day, position)
    WHERE type = 'InterventionRecorded';

CREATE TABLE ${schema}.case_row (
    case_id       text COLLATE "C" PRIMARY KEY,
    household     text   NOT NULL,
    programme     text   NOT NULL,
    team          text,
    referent      text,
    status        text   NOT NULL,
    opened_on     date   NOT NULL,
    closed_on     date,
    started_on    date,
    planned_until date,
    due_on        date,
    position      bigint NOT NULL
);

CREATE INDEX case_row_by_opening ON ${schema}.case_row (opened_on, case_id);
CREATE INDEX case_row_by_referent ON ${schema}.case_row (referent, opened_on, case_id);
CREATE INDEX case_row_by_team ON ${schema}.case_row (team, opened_on, case_id);

GRANT SELECT, INSERT, UPDATE ON ${schema}.fence, ${schema}.case_row TO ${role};
GRANT SELECT, INSERT ON ${schema}.entry TO ${role};
