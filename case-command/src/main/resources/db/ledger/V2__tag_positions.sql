-- Finds the tags of a range of positions for the integrity check; rows come in order of position,
-- so that their places need not be listed one by one.

CREATE INDEX event_tag_position ON ${schema}.event_tag USING brin (position)
  WITH (autosummarize = on);
