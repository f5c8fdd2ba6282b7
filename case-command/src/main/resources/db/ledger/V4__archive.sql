-- How wide partitions are made from now on, their bounds as the catalogue has them, and which of
-- them are archived. docs/archiving.md has the operator's view.

CREATE TABLE ${schema}.partitioning (
  width bigint NOT NULL CHECK (width BETWEEN 1000 AND 1000000000)
);
CREATE UNIQUE INDEX partitioning_one_row ON ${schema}.partitioning ((true));
INSERT INTO ${schema}.partitioning (width) VALUES (20000000);

CREATE TABLE ${schema}.archived_partition (
  first_position bigint      NOT NULL PRIMARY KEY,
  last_position  bigint      NOT NULL CHECK (last_position >= first_position),
  file           text        NOT NULL,
  file_last      bigint      NOT NULL,
  chain_hash     bytea       NOT NULL,
  archived_at    timestamptz NOT NULL DEFAULT now()
);

CREATE VIEW ${schema}.partition AS
SELECT parent.relname AS parent,
       child.relname AS name,
       bounds.pair[1]::bigint AS first_position,
       bounds.pair[2]::bigint - 1 AS last_position,
       coalesce(tablespace.spcname, '') AS tablespace,
       EXISTS (
         SELECT FROM pg_constraint c WHERE c.conrelid = child.oid AND c.conname = 'archived'
       ) AS read_only
  FROM pg_inherits
  JOIN pg_class parent ON parent.oid = inhparent
  JOIN pg_class child ON child.oid = inhrelid
  LEFT JOIN pg_tablespace tablespace ON tablespace.oid = child.reltablespace
  CROSS JOIN LATERAL (
    SELECT regexp_match(
      pg_get_expr(child.relpartbound, child.oid), 'FROM \(''(\d+)''\) TO \(''(\d+)''\)') AS pair
  ) bounds
 WHERE parent.oid IN ('${schema}.event'::regclass, '${schema}.event_tag'::regclass);

-- Makes partitions of the width that is set, up to the one that holds the position, built apart and
-- attached, and returns the last position they have room for. Attaching waits neither for readers
-- nor for writers of the tables, nor they for it.
CREATE OR REPLACE FUNCTION ${schema}.ensure_partitions(needed bigint) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
  step   bigint;
  head   bigint;
  most   bigint;
  start  bigint;
  suffix text;
  parent text;
BEGIN
  SELECT p.width INTO STRICT step FROM partitioning p;
  SELECT b.last_position INTO head FROM batch b ORDER BY b.first_position DESC LIMIT 1;
  most := greatest(2 * step, least(2000000, 10 * step));
  IF needed < 0 OR needed > head + most THEN
    RAISE EXCEPTION 'position % is not within % of the head %', needed, most, head
      USING ERRCODE = 'invalid_parameter_value';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('${schema}.ensure_partitions', 0));
  LOOP
    SELECT coalesce(max(p.last_position) + 1, 0),
           lpad((coalesce(max(substring(p.name FROM '\d+$')::int), -1) + 1)::text, 6, '0')
      INTO start, suffix
      FROM partition p WHERE p.parent = 'event';
    EXIT WHEN start > needed;
    FOREACH parent IN ARRAY ARRAY['event', 'event_tag'] LOOP
      EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL)', parent || '_' || suffix, parent);
      EXECUTE format(
        'ALTER TABLE %I ADD CONSTRAINT bounds CHECK (position >= %s AND position < %s)',
        parent || '_' || suffix, start, start + step);
      EXECUTE format(
        'ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%s) TO (%s)',
        parent, parent || '_' || suffix, start, start + step);
      EXECUTE format('ALTER TABLE %I DROP CONSTRAINT bounds', parent || '_' || suffix);
    END LOOP;
  END LOOP;
  RETURN start - 1;
END
$$;

-- Makes room ahead of the head: 2,000,000 positions, or ten partitions where they are narrower.
-- Returns the last position there is room for, and how far ahead of the head it has to stay.
CREATE FUNCTION ${schema}.room_ahead() RETURNS TABLE (room bigint, ahead bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, pg_temp AS $$
DECLARE
  head bigint;
BEGIN
  SELECT least(2000000, 10 * p.width) INTO STRICT ahead FROM partitioning p;
  SELECT b.last_position INTO head FROM batch b ORDER BY b.first_position DESC LIMIT 1;
  room := ensure_partitions(head + ahead);
  RETURN NEXT;
END
$$;

REVOKE ALL ON FUNCTION ${schema}.room_ahead FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ${schema}.room_ahead TO ${role};
GRANT SELECT ON ${schema}.partition, ${schema}.partitioning, ${schema}.archived_partition TO ${role};
