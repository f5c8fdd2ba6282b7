package org.jalon.query.caselist;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/** The table of rows. */
public final class CaseRows {

  /** The table. */
  public CaseRows() {}

  /**
   * A page of the list.
   *
   * @param total how many cases the filter admits
   */
  public record Page(long total, List<ListedCase> cases) {}

  /**
   * Folds the timelines of cases, each from its start, and keeps what they come to: a row, or none
   * for a case whose opening was annulled.
   */
  public void keep(Connection connection, Map<CaseId, Timeline> timelines) throws SQLException {
    try (var upsert =
            connection.prepareStatement(
                """
                INSERT INTO case_row (case_id, household, programme, team, referent, status,
                  opened_on, closed_on, started_on, planned_until, due_on, position)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (case_id) DO UPDATE SET household = excluded.household,
                  programme = excluded.programme, team = excluded.team,
                  referent = excluded.referent, status = excluded.status,
                  opened_on = excluded.opened_on, closed_on = excluded.closed_on,
                  started_on = excluded.started_on, planned_until = excluded.planned_until,
                  due_on = excluded.due_on, position = excluded.position
                """);
        var delete = connection.prepareStatement("DELETE FROM case_row WHERE case_id = ?")) {
      for (Map.Entry<CaseId, Timeline> one : timelines.entrySet()) {
        Optional<CaseRow> row = fold(one.getValue());
        if (row.isPresent()) {
          bind(upsert, row.get());
          upsert.addBatch();
        } else {
          delete.setString(1, one.getKey().value());
          delete.addBatch();
        }
      }
      upsert.executeBatch();
      delete.executeBatch();
    }
  }

  /** The cases that a filter admits, by opening day, then id, after a place. */
  public Page list(Connection connection, CaseFilter filter, Optional<ListPlace> after, int most)
      throws SQLException {
    List<Condition> admitted = conditions(filter);
    long total;
    try (var count =
        connection.prepareStatement("SELECT count(*) FROM case_row WHERE " + all(admitted))) {
      bind(count, admitted);
      try (ResultSet row = count.executeQuery()) {
        row.next();
        total = row.getLong(1);
      }
    }
    var asked = new ArrayList<>(admitted);
    after.ifPresent(
        place ->
            asked.add(
                new Condition("(opened_on, case_id) > (?, ?)", place.openedOn(), place.caseId())));
    try (var query =
        connection.prepareStatement(
            """
            SELECT case_id, household, programme, team, referent, status, opened_on, closed_on,
              started_on, planned_until, due_on
            FROM case_row
            WHERE %s
            ORDER BY opened_on, case_id LIMIT ?
            """
                .formatted(all(asked)))) {
      query.setInt(bind(query, asked), most);
      return new Page(total, listed(query));
    }
  }

  /** A condition of the list; its text is of this class alone. */
  private record Condition(String sql, Object... values) {}

  private static List<Condition> conditions(CaseFilter filter) {
    var conditions = new ArrayList<Condition>();
    conditions.add(new Condition("true"));
    if (filter.referent() != null) {
      conditions.add(new Condition("referent = ?", filter.referent().value()));
    }
    if (filter.team() != null) {
      conditions.add(new Condition("team = ?", filter.team().value()));
    }
    if (filter.programme() != null) {
      conditions.add(new Condition("programme = ?", filter.programme().value()));
    }
    if (filter.status() != null) {
      conditions.add(new Condition("status = ?", filter.status().name()));
    }
    if (filter.due() != null) {
      conditions.add(new Condition("due_on <= ?", filter.due()));
    }
    return conditions;
  }

  private static String all(List<Condition> conditions) {
    return conditions.stream().map(Condition::sql).collect(Collectors.joining(" AND "));
  }

  private static int bind(PreparedStatement query, List<Condition> conditions) throws SQLException {
    int next = 1;
    for (Condition condition : conditions) {
      for (Object value : condition.values()) {
        query.setObject(next++, value);
      }
    }
    return next;
  }

  private static List<ListedCase> listed(PreparedStatement query) throws SQLException {
    var cases = new ArrayList<ListedCase>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        cases.add(
            new ListedCase(
                row.getString("case_id"),
                row.getString("household"),
                row.getString("programme"),
                row.getString("team"),
                row.getString("referent"),
                CaseStatus.valueOf(row.getString("status")),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class),
                row.getObject("started_on", LocalDate.class),
                row.getObject("planned_until", LocalDate.class),
                row.getObject("due_on", LocalDate.class)));
      }
    }
    return cases;
  }

  private static Optional<CaseRow> fold(Timeline timeline) {
    Optional<CaseRow> row = Optional.empty();
    for (Fact fact : timeline.facts()) {
      row = CaseRow.evolve(row, fact);
    }
    return row;
  }

  private static void bind(PreparedStatement upsert, CaseRow row) throws SQLException {
    upsert.setString(1, row.caseId().value());
    upsert.setString(2, row.household().value());
    upsert.setString(3, row.programme().value());
    upsert.setString(4, row.team() == null ? null : row.team().value());
    upsert.setString(5, row.referent() == null ? null : row.referent().value());
    upsert.setString(6, row.status().name());
    setDay(upsert, 7, row.openedOn().value());
    setDay(upsert, 8, day(row.closedOn()));
    setDay(upsert, 9, day(row.startedOn()));
    setDay(upsert, 10, row.plannedUntil());
    setDay(upsert, 11, row.dueOn().orElse(null));
    upsert.setLong(12, row.position());
  }

  private static @Nullable LocalDate day(@Nullable EffectiveDay day) {
    return day == null ? null : day.value();
  }

  private static void setDay(PreparedStatement upsert, int index, @Nullable LocalDate day)
      throws SQLException {
    upsert.setObject(index, day, Types.DATE);
  }
}
