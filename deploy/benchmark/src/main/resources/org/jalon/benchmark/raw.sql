-- The floor: events and their tags in tables like the ledger's, without partitions, batches or
-- hashes, and with nothing that keeps their order.

CREATE SCHEMA ${schema};

CREATE TABLE ${schema}.event (
  position      bigint      NOT NULL GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  type          text        NOT NULL,
  effective_day date        NOT NULL,
  recorded_at   timestamptz NOT NULL,
  event_id      uuid        NOT NULL,
  tags          bytea       NOT NULL,
  metadata      bytea       NOT NULL,
  payload       bytea       NOT NULL,
  sealed        bytea,
  sealed_hash   bytea
);

CREATE TABLE ${schema}.event_tag (
  tag      bigint NOT NULL,
  position bigint NOT NULL,
  type     bigint NOT NULL
);

CREATE INDEX event_tag_tag_position ON ${schema}.event_tag (tag, position) INCLUDE (type);
CREATE INDEX event_tag_position ON ${schema}.event_tag USING brin (position)
  WITH (autosummarize = on);
