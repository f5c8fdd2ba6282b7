package org.jalon.workload.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.ProfessionalId;
import org.jalon.workload.caseload.Sums;
import org.jalon.workload.span.CaseloadChange;
import org.jalon.workload.span.Standing;

/** How many more or fewer cases stand so from a day on, as known from a position on. */
final class CaseloadChanges {

  void add(Connection connection, Collection<CaseloadChange> changes) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            INSERT INTO caseload_change (position, day, programme, team, referent, stage, cases)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)) {
      for (CaseloadChange change : changes) {
        insert.setLong(1, change.position());
        insert.setObject(2, change.day().value());
        Standings.bind(insert, 3, change.standing());
        insert.setInt(7, change.cases());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /**
   * Active cases at the end of a day, as known at a position: the last month-end and the changes
   * since, less what became known later.
   */
  Map<Standing, Integer> active(Connection connection, EffectiveDay on, long position)
      throws SQLException {
    try (var query =
        connection.prepareStatement(
            """
            SELECT programme, team, referent, stage, sum(cases) AS cases
            FROM (
                (SELECT DISTINCT ON (programme, team, referent)
                    programme, team, referent, stage, cases
                FROM caseload_month_end
                WHERE stage = 'ACTIVE' AND month_end <= ?
                ORDER BY programme, team, referent, month_end DESC)
              UNION ALL
                SELECT programme, team, referent, stage, cases FROM caseload_change
                WHERE stage = 'ACTIVE' AND day > ? AND day <= ?
              UNION ALL
                SELECT programme, team, referent, stage, -cases FROM caseload_change
                WHERE stage = 'ACTIVE' AND day <= ? AND position > ?
              ) AS sums
            GROUP BY programme, team, referent, stage
            HAVING sum(cases) <> 0
            """)) {
      query.setObject(1, on.value());
      query.setObject(2, MonthEnds.lastBy(on.value()));
      query.setObject(3, on.value());
      query.setObject(4, on.value());
      query.setLong(5, position);
      var standings = new Standings();
      var sums = new HashMap<Standing, Integer>();
      try (var row = query.executeQuery()) {
        while (row.next()) {
          sums.put(standings.read(row), row.getInt("cases"));
        }
      }
      return sums;
    }
  }

  /** What changes in active cases after one day up to another, as known at a position; by day. */
  List<Sums.Step> active(Connection connection, EffectiveDay after, EffectiveDay to, long position)
      throws SQLException {
    try (var query =
        connection.prepareStatement(
            """
            SELECT day, programme, team, referent, stage, sum(cases) AS cases
            FROM caseload_change
            WHERE stage = 'ACTIVE' AND day > ? AND day <= ? AND position <= ?
            GROUP BY day, programme, team, referent, stage
            HAVING sum(cases) <> 0
            ORDER BY day
            """)) {
      query.setObject(1, after.value());
      query.setObject(2, to.value());
      query.setLong(3, position);
      var standings = new Standings();
      var steps = new ArrayList<Sums.Step>();
      try (var row = query.executeQuery()) {
        while (row.next()) {
          steps.add(new Sums.Step(day(row), standings.read(row), row.getInt("cases")));
        }
      }
      return steps;
    }
  }

  /** Open cases of referents at the end of a day, as known at a position. */
  Map<ProfessionalId, Integer> loads(Connection connection, EffectiveDay on, long position)
      throws SQLException {
    try (var query =
        connection.prepareStatement(
            """
            SELECT referent, sum(cases) AS cases FROM caseload_change
            WHERE referent <> '' AND day <= ? AND position <= ?
            GROUP BY referent
            HAVING sum(cases) <> 0
            """)) {
      query.setObject(1, on.value());
      query.setLong(2, position);
      var loads = new HashMap<ProfessionalId, Integer>();
      try (var row = query.executeQuery()) {
        while (row.next()) {
          loads.put(new ProfessionalId(row.getString("referent")), row.getInt("cases"));
        }
      }
      return loads;
    }
  }

  /** How the number of open cases of some referents changes up to a day, as known at a position. */
  Map<ProfessionalId, NavigableMap<EffectiveDay, Integer>> loads(
      Connection connection, EffectiveDay to, long position, Collection<ProfessionalId> asked)
      throws SQLException {
    try (var query =
        connection.prepareStatement(
            """
            SELECT referent, day, sum(cases) AS cases FROM caseload_change
            WHERE referent = ANY (?) AND day <= ? AND position <= ?
            GROUP BY referent, day
            HAVING sum(cases) <> 0
            """)) {
      query.setArray(1, ids(connection, asked));
      query.setObject(2, to.value());
      query.setLong(3, position);
      var loads = new HashMap<ProfessionalId, NavigableMap<EffectiveDay, Integer>>();
      var referents = new Interned<>(ProfessionalId::new);
      try (var row = query.executeQuery()) {
        while (row.next()) {
          loads
              .computeIfAbsent(referents.of(row.getString("referent")), _ -> new TreeMap<>())
              .put(day(row), row.getInt("cases"));
        }
      }
      return loads;
    }
  }

  private static EffectiveDay day(ResultSet row) throws SQLException {
    return new EffectiveDay(row.getObject("day", LocalDate.class));
  }

  private static Array ids(Connection connection, Collection<ProfessionalId> ids)
      throws SQLException {
    return connection.createArrayOf("text", ids.stream().map(ProfessionalId::value).toArray());
  }
}
