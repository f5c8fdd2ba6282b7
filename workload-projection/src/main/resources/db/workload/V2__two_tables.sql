-- A rectification stands in the timeline of every subject that it concerns, with its entry.
ALTER TABLE fact DROP CONSTRAINT fact_pkey;
ALTER TABLE fact ADD PRIMARY KEY (position, kind, subject);

-- More or fewer cases stand so from a day on, as known from a position on: the signed differences
-- of case_span, corrections as compensations. '' is no team, no referent.
CREATE TABLE caseload_change (
    position  bigint NOT NULL,
    day       date   NOT NULL,
    programme text   NOT NULL,
    team      text   NOT NULL,
    referent  text   NOT NULL,
    stage     text   NOT NULL CHECK (stage IN ('INTAKE', 'ASSIGNED', 'ACTIVE', 'SUSPENDED')),
    cases     int    NOT NULL CHECK (cases <> 0),
    PRIMARY KEY (position, day, programme, team, referent, stage)
);

CREATE INDEX caseload_change_by_day ON caseload_change (day, position);
CREATE INDEX caseload_change_of_referent ON caseload_change (referent, day);

-- The sum of all changes up to the end of a month, by present knowledge; a row for every month in
-- which there is a change. On any later day it is the last sum and the changes since.
CREATE TABLE caseload_month_end (
    programme text   NOT NULL,
    team      text   NOT NULL,
    referent  text   NOT NULL,
    stage     text   NOT NULL CHECK (stage IN ('INTAKE', 'ASSIGNED', 'ACTIVE', 'SUSPENDED')),
    month_end date   NOT NULL,
    cases     bigint NOT NULL,
    PRIMARY KEY (stage, programme, team, referent, month_end)
);

INSERT INTO caseload_change (position, day, programme, team, referent, stage, cases)
SELECT c.position, c.day, s.programme, coalesce(s.team, ''), coalesce(s.referent, ''), s.stage,
    sum(c.cases)
FROM case_span s
CROSS JOIN LATERAL (
    VALUES (s.known_from, s.valid_from, 1), (s.known_from, s.valid_to, -1),
        (s.known_until, s.valid_from, -1), (s.known_until, s.valid_to, 1)
    ) AS c (position, day, cases)
WHERE c.day < '9999-12-31' AND c.position < 9223372036854775807
GROUP BY 1, 2, 3, 4, 5, 6
HAVING sum(c.cases) <> 0;

INSERT INTO caseload_month_end (programme, team, referent, stage, month_end, cases)
SELECT programme, team, referent, stage, month_end,
    sum(cases) OVER (PARTITION BY programme, team, referent, stage ORDER BY month_end)
FROM (
    SELECT programme, team, referent, stage,
        (date_trunc('month', day) + interval '1 month - 1 day')::date AS month_end,
        sum(cases) AS cases
    FROM caseload_change
    GROUP BY 1, 2, 3, 4, 5
    ) AS months;

-- What a rectification replaces is known until its position; what stands in its place, from then.
ALTER TABLE territory ADD COLUMN known_from bigint, ADD COLUMN known_until bigint;
ALTER TABLE team ADD COLUMN known_from bigint, ADD COLUMN known_until bigint;
ALTER TABLE programme ADD COLUMN known_from bigint, ADD COLUMN known_until bigint;
UPDATE territory SET known_from = position, known_until = 9223372036854775807;
UPDATE team SET known_from = position, known_until = 9223372036854775807;
UPDATE programme SET known_from = position, known_until = 9223372036854775807;
ALTER TABLE territory
    ALTER COLUMN known_from SET NOT NULL, ALTER COLUMN known_until SET NOT NULL,
    DROP CONSTRAINT territory_pkey, ADD PRIMARY KEY (position, known_from);
ALTER TABLE team
    ALTER COLUMN known_from SET NOT NULL, ALTER COLUMN known_until SET NOT NULL,
    DROP CONSTRAINT team_pkey, ADD PRIMARY KEY (position, known_from);
ALTER TABLE programme
    ALTER COLUMN known_from SET NOT NULL, ALTER COLUMN known_until SET NOT NULL,
    DROP CONSTRAINT programme_pkey, ADD PRIMARY KEY (position, known_from);

-- A norm in cases per FTE, for whom all that is stated fits; absent values are stated elsewhere.
CREATE TABLE norm (
    position    bigint NOT NULL,
    programme   text,
    team        text,
    territory   text,
    profession  text,
    standard    int,
    alert       int,
    ceiling     int,
    valid_from  date   NOT NULL,
    known_from  bigint NOT NULL,
    known_until bigint NOT NULL,
    PRIMARY KEY (position, known_from)
);

-- The write side saw that less capacity leaves a referent above the ceiling.
CREATE TABLE above_ceiling (
    position     bigint NOT NULL,
    professional text   NOT NULL,
    load         int    NOT NULL,
    ceiling      int    NOT NULL,
    valid_from   date   NOT NULL,
    known_from   bigint NOT NULL,
    known_until  bigint NOT NULL,
    PRIMARY KEY (position, known_from)
);

GRANT SELECT, INSERT ON caseload_change, norm, above_ceiling TO ${role};
GRANT SELECT, INSERT, UPDATE ON caseload_month_end TO ${role};
GRANT UPDATE (known_until) ON territory, team, programme, norm, above_ceiling TO ${role};
