package org.jalon.workload.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jalon.kernel.TerritoryId;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.TerritoryCreated;
import org.jalon.workload.caseload.Directory;

/** What territories are called. */
final class Territories extends EntryTable<Directory.Territory> {

  @Override
  String table() {
    return "territory";
  }

  @Override
  String known() {
    return """
    SELECT territory, label, valid_from, position
    FROM territory WHERE known_from <= ? AND known_until > ?
    """;
  }

  @Override
  String insert() {
    return """
    INSERT INTO territory (position, valid_from, known_from, known_until,
        territory, label)
    VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO NOTHING
    """;
  }

  @Override
  Optional<Directory.Territory> of(Event event) {
    return event instanceof TerritoryCreated fact
        ? Optional.of(new Directory.Territory(fact.territoryId(), fact.label().value()))
        : Optional.empty();
  }

  @Override
  void bind(Connection connection, PreparedStatement insert, Directory.Territory value)
      throws SQLException {
    insert.setString(5, value.id().value());
    insert.setString(6, value.label());
  }

  @Override
  Directory.Territory read(ResultSet row) throws SQLException {
    return new Directory.Territory(
        new TerritoryId(row.getString("territory")), row.getString("label"));
  }
}
