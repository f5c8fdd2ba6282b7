package org.jalon.workload.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.workload.caseload.Directory;

/** What teams are called, and where they belong. */
final class Teams extends EntryTable<Directory.Team> {

  @Override
  String table() {
    return "team";
  }

  @Override
  String known() {
    return """
    SELECT team, territory, label, valid_from, position
    FROM team WHERE known_from <= ? AND known_until > ?
    """;
  }

  @Override
  String insert() {
    return """
    INSERT INTO team (position, valid_from, known_from, known_until,
        team, territory, label)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO NOTHING
    """;
  }

  @Override
  Optional<Directory.Team> of(Event event) {
    return event instanceof TeamCreated fact
        ? Optional.of(new Directory.Team(fact.teamId(), fact.territory(), fact.label().value()))
        : Optional.empty();
  }

  @Override
  void bind(Connection connection, PreparedStatement insert, Directory.Team value)
      throws SQLException {
    insert.setString(5, value.id().value());
    insert.setString(6, value.territory().value());
    insert.setString(7, value.label());
  }

  @Override
  Directory.Team read(ResultSet row) throws SQLException {
    return new Directory.Team(
        new TeamId(row.getString("team")),
        new TerritoryId(row.getString("territory")),
        row.getString("label"));
  }
}
