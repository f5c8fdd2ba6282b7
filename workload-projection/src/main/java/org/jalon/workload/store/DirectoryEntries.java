package org.jalon.workload.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jalon.kernel.event.CaseEvent;
import org.jalon.kernel.event.CaseloadAboveCeiling;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.NormAdopted;
import org.jalon.kernel.event.PostClosed;
import org.jalon.kernel.event.PostFilled;
import org.jalon.kernel.event.PostOpened;
import org.jalon.kernel.event.PostResized;
import org.jalon.kernel.event.PostVacated;
import org.jalon.kernel.event.ProgrammeDefined;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.kernel.event.TerritoryCreated;
import org.jalon.kernel.event.WorkingTimeChanged;
import org.jalon.kernel.feed.Recorded;
import org.jalon.workload.caseload.Directory;

/** Territories, teams and programmes with their labels. */
final class DirectoryEntries {

  /** Reads one row. */
  @FunctionalInterface
  private interface Row<V> {
    V read(ResultSet row) throws SQLException;
  }

  void add(Connection connection, List<Recorded> batch) throws SQLException {
    for (Recorded recorded : batch) {
      switch (recorded.event()) {
        case TerritoryCreated territory -> add(connection, recorded, territory);
        case TeamCreated team -> add(connection, recorded, team);
        case ProgrammeDefined programme -> add(connection, recorded, programme);
        case PostOpened _,
            PostResized _,
            PostFilled _,
            WorkingTimeChanged _,
            PostVacated _,
            PostClosed _,
            CaseloadAboveCeiling _ -> {}
        case CaseEvent _, NormAdopted _, EntryRectified _ -> {}
      }
    }
  }

  List<Directory.Entry<Directory.Territory>> territories(Connection connection, long position)
      throws SQLException {
    return read(
        connection,
        position,
        "SELECT territory, label, valid_from, position FROM territory WHERE position <= ?",
        row ->
            new Directory.Territory(
                new TerritoryId(row.getString("territory")), row.getString("label")));
  }

  List<Directory.Entry<Directory.Team>> teams(Connection connection, long position)
      throws SQLException {
    return read(
        connection,
        position,
        "SELECT team, territory, label, valid_from, position FROM team WHERE position <= ?",
        row ->
            new Directory.Team(
                new TeamId(row.getString("team")),
                new TerritoryId(row.getString("territory")),
                row.getString("label")));
  }

  List<Directory.Entry<Directory.Programme>> programmes(Connection connection, long position)
      throws SQLException {
    return read(
        connection,
        position,
        """
        SELECT programme, label, professions, valid_from, position FROM programme
        WHERE position <= ?
        """,
        row ->
            new Directory.Programme(
                new ProgrammeId(row.getString("programme")),
                row.getString("label"),
                Arrays.stream((String[]) row.getArray("professions").getArray())
                    .map(ProfessionId::new)
                    .toList()));
  }

  private static <V> List<Directory.Entry<V>> read(
      Connection connection, long position, String sql, Row<V> value) throws SQLException {
    try (var query = connection.prepareStatement(sql)) {
      query.setLong(1, position);
      try (var row = query.executeQuery()) {
        var entries = new ArrayList<Directory.Entry<V>>();
        while (row.next()) {
          var from = new EffectiveDay(row.getObject("valid_from", LocalDate.class));
          entries.add(new Directory.Entry<>(value.read(row), from, row.getLong("position")));
        }
        return entries;
      }
    }
  }

  private static void add(Connection connection, Recorded recorded, TerritoryCreated territory)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            INSERT INTO territory (position, valid_from, territory, label) VALUES (?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """)) {
      place(insert, recorded);
      insert.setString(3, territory.territoryId().value());
      insert.setString(4, territory.label().value());
      insert.executeUpdate();
    }
  }

  private static void add(Connection connection, Recorded recorded, TeamCreated team)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            INSERT INTO team (position, valid_from, team, territory, label) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """)) {
      place(insert, recorded);
      insert.setString(3, team.teamId().value());
      insert.setString(4, team.territory().value());
      insert.setString(5, team.label().value());
      insert.executeUpdate();
    }
  }

  private static void add(Connection connection, Recorded recorded, ProgrammeDefined programme)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            INSERT INTO programme (position, valid_from, programme, label, professions)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """)) {
      place(insert, recorded);
      insert.setString(3, programme.programmeId().value());
      insert.setString(4, programme.label().value());
      Object[] professions = programme.professions().stream().map(ProfessionId::value).toArray();
      insert.setArray(5, connection.createArrayOf("text", professions));
      insert.executeUpdate();
    }
  }

  private static void place(PreparedStatement insert, Recorded recorded) throws SQLException {
    insert.setLong(1, recorded.position());
    insert.setObject(2, recorded.day().value());
  }
}
