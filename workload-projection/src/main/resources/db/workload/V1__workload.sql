-- How far the view has come; moved in the transaction of its rows.
CREATE TABLE fence (
    view       text   NOT NULL,
    ledger     text   NOT NULL,
    partition  int    NOT NULL,
    position   bigint NOT NULL,
    chain_hash bytea,
    PRIMARY KEY (view, ledger, partition)
);

-- The last position recorded by a moment: answers "as known at".
CREATE TABLE moment (
    recorded_at timestamptz NOT NULL PRIMARY KEY,
    position    bigint      NOT NULL
);

-- The facts that a subject's timeline is read anew from; never their sealed part.
CREATE TABLE fact (
    position   bigint NOT NULL PRIMARY KEY,
    kind       text   NOT NULL CHECK (kind IN ('CASE', 'POST')),
    subject    text   NOT NULL,
    day        date   NOT NULL,
    command_id uuid   NOT NULL,
    name       text   NOT NULL,
    version    int    NOT NULL,
    clear      bytea  NOT NULL
);

CREATE INDEX fact_of_subject ON fact (kind, subject);

-- Two times: valid on days [valid_from, valid_to), known at positions [known_from, known_until).
-- Open ends are 9999-12-31 and the highest bigint. Only known_until ever changes, once.
CREATE TABLE case_span (
    case_id     text   NOT NULL,
    programme   text   NOT NULL,
    team        text,
    referent    text,
    stage       text   NOT NULL CHECK (stage IN ('INTAKE', 'ASSIGNED', 'ACTIVE', 'SUSPENDED')),
    valid_from  date   NOT NULL,
    valid_to    date   NOT NULL,
    known_from  bigint NOT NULL,
    known_until bigint NOT NULL,
    PRIMARY KEY (case_id, valid_from, known_from),
    CHECK (valid_from < valid_to),
    CHECK (known_from < known_until)
);

CREATE INDEX case_span_active ON case_span (valid_to, valid_from) WHERE stage = 'ACTIVE';

CREATE TABLE post_span (
    post        text    NOT NULL,
    team        text    NOT NULL,
    profession  text    NOT NULL,
    fte         numeric NOT NULL,
    valid_from  date    NOT NULL,
    valid_to    date    NOT NULL,
    known_from  bigint  NOT NULL,
    known_until bigint  NOT NULL,
    PRIMARY KEY (post, valid_from, known_from),
    CHECK (valid_from < valid_to),
    CHECK (known_from < known_until)
);

CREATE TABLE engagement_span (
    post         text    NOT NULL,
    professional text    NOT NULL,
    team         text    NOT NULL,
    profession   text    NOT NULL,
    fte          numeric NOT NULL,
    replaces     text,
    valid_from   date    NOT NULL,
    valid_to     date    NOT NULL,
    known_from   bigint  NOT NULL,
    known_until  bigint  NOT NULL,
    PRIMARY KEY (post, professional, valid_from, known_from),
    CHECK (valid_from < valid_to),
    CHECK (known_from < known_until)
);

-- Each holds from its day until it is said anew; known from its position on.
CREATE TABLE territory (
    position   bigint NOT NULL PRIMARY KEY,
    territory  text   NOT NULL,
    label      text   NOT NULL,
    valid_from date   NOT NULL
);

CREATE TABLE team (
    position   bigint NOT NULL PRIMARY KEY,
    team       text   NOT NULL,
    territory  text   NOT NULL,
    label      text   NOT NULL,
    valid_from date   NOT NULL
);

CREATE TABLE programme (
    position    bigint NOT NULL PRIMARY KEY,
    programme   text   NOT NULL,
    label       text   NOT NULL,
    professions text[] NOT NULL,
    valid_from  date   NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON fence, moment TO ${role};
GRANT SELECT, INSERT ON fact, case_span, post_span, engagement_span TO ${role};
GRANT SELECT, INSERT ON territory, team, programme TO ${role};
GRANT UPDATE (known_until) ON case_span, post_span, engagement_span TO ${role};
