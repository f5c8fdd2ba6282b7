package org.jalon.workload.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.ProgrammeDefined;
import org.jalon.workload.caseload.Directory;

/** What programmes are called, and whose they are. */
final class Programmes extends EntryTable<Directory.Programme> {

  @Override
  String table() {
    return "programme";
  }

  @Override
  String known() {
    return """
    SELECT programme, label, professions, valid_from, position
    FROM programme WHERE known_from <= ? AND known_until > ?
    """;
  }

  @Override
  String insert() {
    return """
    INSERT INTO programme (position, valid_from, known_from, known_until,
        programme, label, professions)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO NOTHING
    """;
  }

  @Override
  Optional<Directory.Programme> of(Event event) {
    return event instanceof ProgrammeDefined fact
        ? Optional.of(
            new Directory.Programme(fact.programmeId(), fact.label().value(), fact.professions()))
        : Optional.empty();
  }

  @Override
  void bind(Connection connection, PreparedStatement insert, Directory.Programme value)
      throws SQLException {
    insert.setString(5, value.id().value());
    insert.setString(6, value.label());
    Object[] professions = value.professions().stream().map(ProfessionId::value).toArray();
    insert.setArray(7, connection.createArrayOf("text", professions));
  }

  @Override
  Directory.Programme read(ResultSet row) throws SQLException {
    return new Directory.Programme(
        new ProgrammeId(row.getString("programme")),
        row.getString("label"),
        Arrays.stream((String[]) row.getArray("professions").getArray())
            .map(ProfessionId::new)
            .toList());
  }
}
