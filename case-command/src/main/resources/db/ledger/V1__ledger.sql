-- The ledger: events in one order without gaps, what they are tagged with, and the batches that
-- carry swap, head and hash chain. docs/ledger-format.md has the bytes.

CREATE TABLE ${schema}.event (
  position      bigint      NOT NULL PRIMARY KEY,
  type          text        NOT NULL,
  effective_day date        NOT NULL,
  recorded_at   timestamptz NOT NULL,
  event_id      uuid        NOT NULL,
  tags          bytea       NOT NULL,
  metadata      bytea       NOT NULL,
  payload       bytea       NOT NULL,
  sealed        bytea,
  sealed_hash   bytea
) PARTITION BY RANGE (position);

CREATE TABLE ${schema}.event_tag (
  tag      bigint NOT NULL,
  position bigint NOT NULL,
  type     bigint NOT NULL
) PARTITION BY RANGE (position);

CREATE INDEX event_tag_tag_position ON ${schema}.event_tag (tag, position) INCLUDE (type);

CREATE TABLE ${schema}.batch (
  first_position bigint      NOT NULL PRIMARY KEY,
  last_position  bigint      NOT NULL CHECK (last_position >= first_position),
  merkle_root    bytea       NOT NULL,
  chain_hash     bytea       NOT NULL,
  recorded_at    timestamptz NOT NULL
);

CREATE INDEX batch_recorded_at ON ${schema}.batch (recorded_at, first_position);

-- The genesis: position 0, the root of an empty tree, a chain hash that holds the ledger's id.
INSERT INTO ${schema}.batch (first_position, last_position, merkle_root, chain_hash, recorded_at)
VALUES (
  0,
  0,
  sha256(''::bytea),
  sha256('\x01'::bytea
         || int4send(octet_length(convert_to('${ledger}', 'UTF8')))
         || convert_to('${ledger}', 'UTF8')),
  timestamptz '1970-01-01 00:00:00+00'
);

-- Makes the partitions up to the one that holds the position, built apart and attached, and
-- returns the last position they have room for.
CREATE FUNCTION ${schema}.ensure_partitions(needed bigint) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, pg_temp AS $$
DECLARE
  width CONSTANT bigint := 20000000;
  head  bigint;
  suffix text;
  parent text;
BEGIN
  SELECT last_position INTO head FROM batch ORDER BY first_position DESC LIMIT 1;
  IF needed < 0 OR needed > head + 2 * width THEN
    RAISE EXCEPTION 'position % is not within % of the head %', needed, 2 * width, head
      USING ERRCODE = 'invalid_parameter_value';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('${schema}.ensure_partitions', 0));
  FOR part IN 0 .. needed / width LOOP
    suffix := lpad(part::text, 6, '0');
    FOREACH parent IN ARRAY ARRAY['event', 'event_tag'] LOOP
      IF to_regclass(format('%I.%I', '${schema}', parent || '_' || suffix)) IS NULL THEN
        EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL)', parent || '_' || suffix, parent);
        EXECUTE format(
          'ALTER TABLE %I ADD CONSTRAINT bounds CHECK (position >= %s AND position < %s)',
          parent || '_' || suffix, part * width, (part + 1) * width);
        EXECUTE format(
          'ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%s) TO (%s)',
          parent, parent || '_' || suffix, part * width, (part + 1) * width);
        EXECUTE format('ALTER TABLE %I DROP CONSTRAINT bounds', parent || '_' || suffix);
      END IF;
    END LOOP;
  END LOOP;
  RETURN (needed / width + 1) * width - 1;
END
$$;

DO $$ BEGIN PERFORM ${schema}.ensure_partitions(1); END $$;

-- Appends one batch behind the given head, or nothing. Compare-and-swap: the batch must be the
-- first behind that head (else won is false and the answer says what stands there and where the
-- head is), and the head must be there with its chain hash (else JL001).
CREATE FUNCTION ${schema}.append_batch(
  head_first bigint, head_last bigint, head_chain bytea,
  batch_last bigint, batch_root bytea, batch_chain bytea, batch_time timestamptz,
  types text[], days int[], ids uuid[], tag_texts bytea[], metadatas bytea[],
  payloads bytea[], sealeds bytea[], sealed_hashes bytea[],
  tags bigint[], tag_positions bigint[], tag_types bigint[]
) RETURNS TABLE (won boolean, standing_chain bytea)
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ${schema}.batch AS b
    VALUES (head_last + 1, batch_last, batch_root, batch_chain, batch_time)
    ON CONFLICT DO NOTHING;
  won := FOUND;
  IF NOT won THEN
    SELECT b.chain_hash INTO standing_chain
      FROM ${schema}.batch b WHERE b.first_position = head_last + 1;
    RETURN NEXT;
    RETURN;
  END IF;
  PERFORM FROM ${schema}.batch b
    WHERE b.first_position = head_first
      AND b.last_position = head_last
      AND b.chain_hash = head_chain;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the ledger does not hold the head % that this batch follows', head_last
      USING ERRCODE = 'JL001';
  END IF;
  INSERT INTO ${schema}.event
    SELECT head_last + e.ordinal, e.type, date '1970-01-01' + e.day, batch_time, e.id, e.tags,
           e.metadata, e.payload, e.sealed, e.sealed_hash
      FROM unnest(types, days, ids, tag_texts, metadatas, payloads, sealeds, sealed_hashes)
           WITH ORDINALITY
           AS e (type, day, id, tags, metadata, payload, sealed, sealed_hash, ordinal);
  INSERT INTO ${schema}.event_tag (tag, position, type)
    SELECT * FROM unnest(tags, tag_positions, tag_types);
  PERFORM pg_notify('${schema}', batch_last::text);
  standing_chain := batch_chain;
  RETURN NEXT;
END
$$;

REVOKE ALL ON FUNCTION ${schema}.ensure_partitions FROM PUBLIC;
REVOKE ALL ON FUNCTION ${schema}.append_batch FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ${schema}.ensure_partitions, ${schema}.append_batch TO ${role};
GRANT SELECT, INSERT ON ${schema}.event, ${schema}.event_tag, ${schema}.batch TO ${role};
