package org.jalon.workload.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.feed.Recorded;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.wire.EventCodec;
import org.jalon.kernel.wire.EventName;
import org.jalon.workload.span.Subject;

/** The facts of cases and posts, from which their timelines are read anew. */
final class Facts {

  private final EventCodec codec = new EventCodec();

  Map<String, List<Fact>> of(Connection connection, Subject.Kind kind, Collection<String> subjects)
      throws SQLException {
    var facts = new HashMap<String, List<Fact>>();
    try (var query =
        connection.prepareStatement(
            """
            SELECT subject, position, day, command_id, name, version, clear FROM fact
            WHERE kind = ? AND subject = ANY (?)
            """)) {
      query.setString(1, kind.name());
      query.setArray(2, connection.createArrayOf("text", subjects.toArray()));
      try (var row = query.executeQuery()) {
        while (row.next()) {
          facts.computeIfAbsent(row.getString(1), _ -> new ArrayList<>()).add(fact(row));
        }
      }
    }
    return facts;
  }

  void add(Connection connection, Subject.Kind kind, Map<String, List<Recorded>> added)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            INSERT INTO fact (kind, subject, position, day, command_id, name, version, clear)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      for (var subject : added.entrySet()) {
        for (Recorded recorded : subject.getValue()) {
          insert.setString(1, kind.name());
          insert.setString(2, subject.getKey());
          insert.setLong(3, recorded.position());
          insert.setObject(4, recorded.day().value());
          insert.setObject(5, recorded.stamp().commandId());
          insert.setString(6, recorded.stored().name().name());
          insert.setInt(7, recorded.stored().name().version());
          insert.setBytes(8, recorded.stored().clear());
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }

  /** The subjects in whose timelines entries stand, by position; none for what is not held here. */
  Map<Long, Set<Subject>> subjectsOf(Connection connection, Collection<Long> positions)
      throws SQLException {
    var subjects = new HashMap<Long, Set<Subject>>();
    try (var query =
        connection.prepareStatement(
            "SELECT position, kind, subject FROM fact WHERE position = ANY (?)")) {
      query.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
      try (var row = query.executeQuery()) {
        while (row.next()) {
          var subject = new Subject(Subject.Kind.valueOf(row.getString(2)), row.getString(3));
          subjects.computeIfAbsent(row.getLong(1), _ -> new HashSet<>()).add(subject);
        }
      }
    }
    return subjects;
  }

  /** Lets an entry that is held stand in the timeline of one more subject. */
  void copy(Connection connection, long position, Subject to) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            INSERT INTO fact (kind, subject, position, day, command_id, name, version, clear)
            SELECT ?, ?, position, day, command_id, name, version, clear
            FROM fact WHERE position = ? LIMIT 1
            ON CONFLICT DO NOTHING
            """)) {
      insert.setString(1, to.kind().name());
      insert.setString(2, to.id());
      insert.setLong(3, position);
      insert.executeUpdate();
    }
  }

  private Fact fact(ResultSet row) throws SQLException {
    var name = new EventName(row.getString(5), row.getInt(6));
    return new Fact(
        row.getLong(2),
        new EffectiveDay(row.getObject(3, LocalDate.class)),
        row.getObject(4, UUID.class),
        codec.decodeWithoutTexts(name, row.getBytes(7)));
  }
}
