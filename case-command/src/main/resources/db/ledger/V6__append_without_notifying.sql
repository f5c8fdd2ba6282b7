-- The same append, which no longer notifies: the process that wrote a batch does so afterwards, at
-- most so often, in a transaction of its own. A commit that notifies takes a lock of the whole
-- database and costs a lone append a quarter of its time.

-- Appends one batch behind the given head, or nothing. Compare-and-swap: the batch must be the
-- first behind that head and the head be there with its chain hash. The answer is the chain hash of
-- the batch that stands behind the head, and whether another session holds the lease; with no batch
-- there, and none to be put there because the head is not what it should be, JL001.
CREATE OR REPLACE FUNCTION ${schema}.append_batch(
  head_first bigint, head_last bigint, head_chain bytea,
  batch_last bigint, batch_root bytea, batch_chain bytea, batch_time timestamptz,
  types text[], days int[], ids uuid[], tag_texts bytea[], metadatas bytea[],
  payloads bytea[], sealeds bytea[], sealed_hashes bytea[],
  tags bigint[], tag_positions bigint[], tag_types bigint[], batch_leaves bytea,
  lease bigint,
  OUT standing_chain bytea, OUT leased boolean
)
LANGUAGE plpgsql AS $$
BEGIN
  leased := NOT pg_try_advisory_xact_lock_shared(lease);
  INSERT INTO ${schema}.batch (
      first_position, last_position, merkle_root, chain_hash, recorded_at, leaf_hashes)
    SELECT head_last + 1, batch_last, batch_root, batch_chain, batch_time, batch_leaves
      FROM ${schema}.batch b
      WHERE b.first_position = head_first
        AND b.last_position = head_last
        AND b.chain_hash = head_chain
    ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    SELECT b.chain_hash INTO standing_chain
      FROM ${schema}.batch b WHERE b.first_position = head_last + 1;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'the ledger does not hold the head % that this batch follows', head_last
        USING ERRCODE = 'JL001';
    END IF;
    IF standing_chain = batch_chain THEN
      -- Something to commit, so that the answer waits for a synchronous standby as the batch did.
      PERFORM pg_logical_emit_message(true, '${schema}', '');
    END IF;
    RETURN;
  END IF;
  IF batch_last = head_last + 1 THEN
    INSERT INTO ${schema}.event VALUES (
      batch_last, types[1], date '1970-01-01' + days[1], batch_time, ids[1], tag_texts[1],
      metadatas[1], payloads[1], sealeds[1], sealed_hashes[1]);
  ELSE
    INSERT INTO ${schema}.event
      SELECT head_last + e.ordinal, e.type, date '1970-01-01' + e.day, batch_time, e.id, e.tags,
             e.metadata, e.payload, e.sealed, e.sealed_hash
        FROM unnest(types, days, ids, tag_texts, metadatas, payloads, sealeds, sealed_hashes)
             WITH ORDINALITY
             AS e (type, day, id, tags, metadata, payload, sealed, sealed_hash, ordinal);
  END IF;
  INSERT INTO ${schema}.event_tag (tag, position, type)
    SELECT * FROM unnest(tags, tag_positions, tag_types);
  standing_chain := batch_chain;
END
$$;
