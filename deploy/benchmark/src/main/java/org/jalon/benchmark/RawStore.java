package org.jalon.benchmark;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The floor: one prepared statement in a transaction of its own inserts the events of a request and
 * their tags, checks nothing and orders nothing.
 */
record RawStore(PeerAccess access, String schema) implements Store {

  /** One event: its rows are named one by one, which is cheaper than arrays of them. */
  private static final String ONE =
      """
      WITH e AS (
        INSERT INTO %1$s.event (type, effective_day, recorded_at, event_id, tags, metadata, payload)
        VALUES (?, current_date, now(), ?, ?, ?, ?)
        RETURNING position)
      INSERT INTO %1$s.event_tag (tag, position, type)
      SELECT t.tag, e.position, ? FROM e, (VALUES %2$s) AS t (tag)
      """;

  private static final String SEVERAL =
      """
      WITH numbered AS MATERIALIZED (
        SELECT nextval('%1$s.event_position_seq') AS position, u.*
        FROM unnest(?, ?, ?, ?) WITH ORDINALITY AS u (event_id, tags, metadata, payload, ordinal)),
      e AS (
        INSERT INTO %1$s.event (position, type, effective_day, recorded_at, event_id, tags, metadata, payload)
        OVERRIDING SYSTEM VALUE
        SELECT position, ?, current_date, now(), event_id, tags, metadata, payload FROM numbered)
      INSERT INTO %1$s.event_tag (tag, position, type)
      SELECT t.tag, n.position, ?
      FROM unnest(?, ?) AS t (tag, ordinal) JOIN numbered n USING (ordinal)
      """;

  private static final String TYPE = "SomethingHappened#1";
  private static final long TYPE_HASH = 42;
  private static final byte[] PAYLOAD = new byte[Subjects.PAYLOAD_BYTES];
  private static final byte[] NO_METADATA = {};

  @Override
  public String engine() {
    return "raw";
  }

  /** Makes its tables. */
  RawStore prepared() throws SQLException {
    access.script("raw.sql", schema);
    return this;
  }

  @Override
  public Sample run(Shape shape, Spell spell) throws Exception {
    try (var sessions = new Sessions<>(shape.callers(), () -> new Session(shape))) {
      return Callers.run(
          shape.callers(),
          spell,
          _ -> {
            var subjects = new Subjects(shape.tags());
            return () -> sessions.use(session -> session.insert(subjects));
          });
    }
  }

  private final class Session implements Sessions.Session {

    private final Connection connection;
    private final PreparedStatement statement;
    private final Shape shape;

    Session(Shape shape) throws SQLException {
      this.shape = shape;
      connection = access.connection();
      String values = String.join(", ", Collections.nCopies(shape.tags(), "(?::bigint)"));
      statement =
          connection.prepareStatement(
              (shape.events() == 1 ? ONE : SEVERAL).formatted(schema, values));
    }

    void insert(Subjects subjects) throws SQLException {
      subjects.next();
      if (shape.events() == 1) {
        one(subjects.ofEvent());
      } else {
        several(subjects);
      }
      int rows = statement.executeUpdate();
      if (rows != shape.events() * shape.tags()) {
        throw new SQLException("%d rows of tags were inserted".formatted(rows));
      }
    }

    private void one(List<String[]> tags) throws SQLException {
      int at = 1;
      statement.setString(at++, TYPE);
      statement.setObject(at++, UuidCreator.getTimeOrderedEpoch());
      statement.setBytes(at++, TagText.bytes(tags));
      statement.setBytes(at++, NO_METADATA);
      statement.setBytes(at++, PAYLOAD);
      statement.setLong(at++, TYPE_HASH);
      for (String[] tag : tags) {
        statement.setLong(at++, TagText.hash(tag));
      }
    }

    private void several(Subjects subjects) throws SQLException {
      List<Object> ids = new ArrayList<>();
      List<byte[]> texts = new ArrayList<>();
      List<Long> hashes = new ArrayList<>();
      List<Long> ordinals = new ArrayList<>();
      for (long ordinal = 1; ordinal <= shape.events(); ordinal++) {
        List<String[]> tags = subjects.ofEvent();
        ids.add(UuidCreator.getTimeOrderedEpoch());
        texts.add(TagText.bytes(tags));
        for (String[] tag : tags) {
          hashes.add(TagText.hash(tag));
          ordinals.add(ordinal);
        }
      }
      byte[][] payloads = new byte[shape.events()][];
      byte[][] metadata = new byte[shape.events()][];
      Arrays.fill(payloads, PAYLOAD);
      Arrays.fill(metadata, NO_METADATA);
      array(1, "uuid", ids.toArray());
      array(2, "bytea", texts.toArray(byte[][]::new));
      array(3, "bytea", metadata);
      array(4, "bytea", payloads);
      statement.setString(5, TYPE);
      statement.setLong(6, TYPE_HASH);
      array(7, "int8", hashes.toArray(Long[]::new));
      array(8, "int8", ordinals.toArray(Long[]::new));
    }

    private void array(int index, String type, Object[] values) throws SQLException {
      statement.setArray(index, connection.createArrayOf(type, values));
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }
}
