-- Keeps the leaf hash of every event beside the root that is taken over them, so that the event
-- that was altered can be named and not its batch alone, and one event be proved without reading
-- its neighbours. Batches from before have none. docs/ledger-format.md has the bytes.

ALTER TABLE ${schema}.batch ADD COLUMN leaf_hashes bytea;
ALTER TABLE ${schema}.batch ALTER COLUMN leaf_hashes SET STORAGE EXTERNAL;

-- The genesis of a ledger without events has a list, an empty one: every batch behind a batch with
-- a list must have one, so none of such a ledger can be taken away unseen.
UPDATE ${schema}.batch SET leaf_hashes = ''
  WHERE first_position = 0 AND NOT EXISTS (SELECT FROM ${schema}.batch WHERE first_position > 0);

DROP FUNCTION ${schema}.append_batch;

-- Appends one batch behind the given head, or nothing. Compare-and-swap: the batch must be the
-- first behind that head (else won is false and the answer says what stands there and where the
-- head is), and the head must be there with its chain hash (else JL001).
CREATE FUNCTION ${schema}.append_batch(
  head_first bigint, head_last bigint, head_chain bytea,
  batch_last bigint, batch_root bytea, batch_chain bytea, batch_time timestamptz,
  types text[], days int[], ids uuid[], tag_texts bytea[], metadatas bytea[],
  payloads bytea[], sealeds bytea[], sealed_hashes bytea[],
  tags bigint[], tag_positions bigint[], tag_types bigint[], batch_leaves bytea
) RETURNS TABLE (won boolean, standing_chain bytea)
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ${schema}.batch AS b (
      first_position, last_position, merkle_root, chain_hash, recorded_at, leaf_hashes)
    VALUES (head_last + 1, batch_last, batch_root, batch_chain, batch_time, batch_leaves)
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

REVOKE ALL ON FUNCTION ${schema}.append_batch FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ${schema}.append_batch TO ${role};
