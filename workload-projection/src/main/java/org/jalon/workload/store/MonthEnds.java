package org.jalon.workload.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jalon.workload.span.CaseloadChange;
import org.jalon.workload.span.Standing;

/**
 * The sum of all changes up to the end of each month, by present knowledge: one row for every month
 * with a change. A change late in the ledger moves its own month and all that are there after it.
 */
final class MonthEnds {

  private record Month(Standing standing, LocalDate end) {}

  /** The last end of a month at or before a day. */
  static LocalDate lastBy(LocalDate day) {
    return end(day).equals(day) ? day : day.withDayOfMonth(1).minusDays(1);
  }

  void add(Connection connection, Collection<CaseloadChange> changes) throws SQLException {
    var moved = new LinkedHashMap<Month, Integer>();
    for (CaseloadChange change : changes) {
      var month = new Month(change.standing(), end(change.day().value()));
      moved.merge(month, change.cases(), Integer::sum);
    }
    open(connection, moved);
    move(connection, moved);
  }

  /** A month that is not there yet begins with the sum of the one before. */
  private static void open(Connection connection, Map<Month, Integer> moved) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            INSERT INTO caseload_month_end (programme, team, referent, stage, month_end, cases)
            SELECT m.programme, m.team, m.referent, m.stage, m.month_end,
                coalesce(
                  (SELECT e.cases FROM caseload_month_end e
                   WHERE (e.programme, e.team, e.referent, e.stage)
                       = (m.programme, m.team, m.referent, m.stage)
                     AND e.month_end < m.month_end
                   ORDER BY e.month_end DESC LIMIT 1), 0)
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::date[])
                AS m (programme, team, referent, stage, month_end)
            ON CONFLICT DO NOTHING
            """)) {
      bind(connection, insert, moved);
      insert.executeUpdate();
    }
  }

  private static void move(Connection connection, Map<Month, Integer> moved) throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            UPDATE caseload_month_end e SET cases = e.cases + s.cases
            FROM (
                SELECT e.programme, e.team, e.referent, e.stage, e.month_end, sum(m.cases) AS cases
                FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::date[], ?::int[])
                    AS m (programme, team, referent, stage, month_end, cases)
                JOIN caseload_month_end e
                  ON (e.programme, e.team, e.referent, e.stage)
                      = (m.programme, m.team, m.referent, m.stage)
                    AND e.month_end >= m.month_end
                GROUP BY 1, 2, 3, 4, 5
                HAVING sum(m.cases) <> 0
              ) AS s
            WHERE (e.programme, e.team, e.referent, e.stage, e.month_end)
                = (s.programme, s.team, s.referent, s.stage, s.month_end)
            """)) {
      bind(connection, update, moved);
      update.setArray(6, connection.createArrayOf("int", moved.values().toArray()));
      update.executeUpdate();
    }
  }

  private static void bind(
      Connection connection, PreparedStatement statement, Map<Month, Integer> moved)
      throws SQLException {
    for (int column = 0; column < 4; column++) {
      int at = column;
      Function<Month, String> text = month -> Standings.columns(month.standing)[at];
      Object[] texts = moved.keySet().stream().map(text).toArray();
      statement.setArray(column + 1, connection.createArrayOf("text", texts));
    }
    Object[] ends = moved.keySet().stream().map(Month::end).toArray();
    statement.setArray(5, connection.createArrayOf("date", ends));
  }

  private static LocalDate end(LocalDate day) {
    return day.withDayOfMonth(day.lengthOfMonth());
  }
}
