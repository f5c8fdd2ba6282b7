package org.jalon.workload.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jalon.workload.Facts.accompanied;
import static org.jalon.workload.Facts.annulled;
import static org.jalon.workload.Facts.assigned;
import static org.jalon.workload.Facts.closed;
import static org.jalon.workload.Facts.filled;
import static org.jalon.workload.Facts.handedOver;
import static org.jalon.workload.Facts.march;
import static org.jalon.workload.Facts.opened;
import static org.jalon.workload.Facts.post;
import static org.jalon.workload.Facts.released;
import static org.jalon.workload.Facts.reopened;
import static org.jalon.workload.Facts.replaced;
import static org.jalon.workload.Facts.started;
import static org.jalon.workload.Facts.team;
import static org.jalon.workload.Facts.territory;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.event.AccompanimentProposed;
import org.jalon.kernel.event.Event;
import org.jalon.workload.caseload.CaseloadRow;
import org.jalon.workload.caseload.Dimension;
import org.jalon.workload.caseload.Selection;
import org.junit.jupiter.api.Test;

/** What is recorded late or corrected moves the figures from its recording on. */
final class CorrectionsTest {

  private static final Instant FIRST = Instant.parse("2026-04-10T10:00:00Z");
  private static final Instant LATER = Instant.parse("2026-04-20T10:00:00Z");
  private static final Optional<Instant> BEFORE = Optional.of(LATER.minusSeconds(1));
  private static final Optional<Instant> NOW = Optional.empty();

  @Test
  void a_hand_over_put_in_before_the_closure_gives_the_receiver_the_case_until_then()
      throws SQLException, InterruptedException {
    try (var desk = new Desk().started()) {
      desk.record(FIRST, march(1), accompanied("c", null, "ana"));
      desk.record(FIRST, march(9), closed("c"));
      desk.record(LATER, march(4), handedOver("c", "ana", "ben"));

      assertThat(referents(desk, march(3), NOW)).isEqualTo("ana 1");
      assertThat(referents(desk, march(4), NOW)).isEqualTo("ben 1");
      assertThat(referents(desk, march(8), NOW)).isEqualTo("ben 1");
      assertThat(referents(desk, march(9), NOW)).isEmpty();
      assertThat(referents(desk, EffectiveDay.of(2026, 5, 31), NOW)).isEmpty();
      assertThat(referents(desk, march(8), BEFORE)).isEqualTo("ana 1");
      assertThat(referents(desk, march(9), BEFORE)).isEmpty();
    }
  }

  @Test
  void a_correction_is_a_change_with_the_opposite_sign() throws SQLException, InterruptedException {
    try (var desk = new Desk().started()) {
      desk.record(FIRST, march(1), accompanied("c", null, "ana"));
      desk.record(FIRST.plusSeconds(1), EffectiveDay.of(2026, 4, 2), closed("c"));
      desk.record(LATER, march(1), replaced(4, closed("c"), march(9), closed("c")));
      desk.caughtUp();

      assertThat(changes(desk))
          .containsExactly(
              "3 2026-03-01 ana ACTIVE 1", "4 2026-04-02 ana ACTIVE -1",
              "5 2026-03-09 ana ACTIVE -1", "5 2026-04-02 ana ACTIVE 1");
      assertThat(monthEnds(desk)).containsExactly("2026-03-31 ana 0", "2026-04-30 ana 0");
    }
  }

  @Test
  void an_annulled_closure_leaves_the_case_open() throws SQLException, InterruptedException {
    try (var desk = new Desk().started()) {
      desk.record(FIRST, march(1), accompanied("c", null, "ana"));
      desk.record(FIRST, march(5), closed("c"));
      desk.record(LATER, march(5), annulled(4, closed("c")));

      assertThat(referents(desk, march(6), BEFORE)).isEmpty();
      assertThat(referents(desk, march(6), NOW)).isEqualTo("ana 1");
    }
  }

  @Test
  void of_several_corrections_the_last_holds() throws SQLException, InterruptedException {
    try (var desk = new Desk().started()) {
      desk.record(FIRST, march(1), opened("c", null), started("c"));
      desk.record(FIRST, march(1), assigned("c", "ana"));
      desk.record(LATER, march(1), annulled(3, assigned("c", "ana")));
      assertThat(referents(desk, march(1), NOW)).isEqualTo("(unassigned) 1");

      desk.record(
          LATER.plusSeconds(1),
          march(1),
          replaced(3, assigned("c", "ana"), march(2), assigned("c", "ben")));

      assertThat(referents(desk, march(1), NOW)).isEqualTo("(unassigned) 1");
      assertThat(referents(desk, march(2), NOW)).isEqualTo("ben 1");
      assertThat(referents(desk, march(2), Optional.of(LATER))).isEqualTo("(unassigned) 1");
    }
  }

  @Test
  void a_correction_of_what_moves_nothing_is_not_kept() throws SQLException, InterruptedException {
    try (var desk = new Desk().started()) {
      Event proposed = new AccompanimentProposed(new CaseId("c"));
      desk.record(march(1), opened("c", null), proposed, annulled(2, proposed));
      desk.caughtUp();

      assertThat(Tables.rows(desk, "SELECT name FROM fact")).containsExactly("CaseOpened");
    }
  }

  @Test
  void somebody_put_in_the_wrong_post_counts_in_the_right_one_once_corrected()
      throws SQLException, InterruptedException {
    try (var desk = new Desk().started()) {
      desk.record(FIRST, march(1), territory("N"), team("T1", "N"), team("T2", "N"));
      desk.record(FIRST, march(1), post("p1", "T1", "AS", "1"), post("p2", "T2", "AS", "1"));
      desk.record(FIRST, march(1), filled("p1", "ana", "1"));
      desk.record(FIRST, march(1), accompanied("c", null, "ana"));
      desk.record(
          LATER,
          march(1),
          replaced(6, filled("p1", "ana", "1"), march(3), filled("p2", "ana", "0.5")));

      assertThat(teams(desk, march(3), BEFORE)).isEqualTo("T1 1/1");
      assertThat(teams(desk, march(3), NOW)).isEqualTo("T2 1/0.5");
      assertThat(teams(desk, march(2), NOW)).isEqualTo("(unassigned) 1/0");

      desk.record(LATER.plusSeconds(1), march(1), annulled(6, filled("p1", "ana", "1")));
      assertThat(teams(desk, march(3), NOW)).isEqualTo("(unassigned) 1/0");
    }
  }

  @Test
  void a_team_of_another_territory_is_there_once_corrected()
      throws SQLException, InterruptedException {
    try (var desk = new Desk().started()) {
      desk.record(FIRST, march(1), territory("N"), territory("S"), team("T1", "N"));
      desk.record(FIRST, march(1), accompanied("c", "T1", "ana"));
      desk.record(LATER, march(1), replaced(3, team("T1", "N"), march(1), team("T1", "S")));

      assertThat(rows(desk, Dimension.TERRITORY, march(2), BEFORE)).isEqualTo("N 1");
      assertThat(rows(desk, Dimension.TERRITORY, march(2), NOW)).isEqualTo("S 1");
    }
  }

  @Test
  void a_reopened_case_counts_again_once_it_is_accompanied_again()
      throws SQLException, InterruptedException {
    try (var desk = new Desk().started()) {
      desk.record(FIRST, march(1), accompanied("c", "T1", "ana"));
      desk.record(FIRST, march(5), closed("c"));
      desk.record(FIRST, march(10), reopened("c"));
      desk.record(FIRST, march(12), assigned("c", "ben"), started("c"));
      desk.record(FIRST, march(20), released("c", "ben"));

      assertThat(referents(desk, march(11), NOW)).isEmpty();
      assertThat(referents(desk, march(12), NOW)).isEqualTo("ben 1");
      assertThat(rows(desk, Dimension.TEAM, march(12), NOW)).isEqualTo("T1 1");
      assertThat(referents(desk, march(20), NOW)).isEqualTo("(unassigned) 1");
    }
  }

  private static String referents(Desk desk, EffectiveDay day, Optional<Instant> asOf)
      throws SQLException, InterruptedException {
    return rows(desk, Dimension.REFERENT, day, asOf);
  }

  private static String rows(Desk desk, Dimension by, EffectiveDay day, Optional<Instant> asOf)
      throws SQLException, InterruptedException {
    List<CaseloadRow> rows = desk.on(day, asOf).rows(by, Selection.ALL);
    assertThat(desk.cases(day, asOf).caseload().rows(by, Selection.ALL)).isEqualTo(rows);
    return rows.stream().map(row -> row.id() + " " + row.cases()).collect(Collectors.joining(", "));
  }

  private static String teams(Desk desk, EffectiveDay day, Optional<Instant> asOf)
      throws SQLException, InterruptedException {
    return desk.on(day, asOf).rows(Dimension.TEAM, Selection.ALL).stream()
        .map(row -> "%s %d/%s".formatted(row.id(), row.cases(), row.fte().profession()))
        .collect(Collectors.joining(", "));
  }

  private static List<String> changes(Desk desk) throws SQLException {
    return Tables.rows(
        desk,
        """
        SELECT concat_ws(' ', position, day, referent, stage, cases) FROM caseload_change
        ORDER BY position, day
        """);
  }

  private static List<String> monthEnds(Desk desk) throws SQLException {
    return Tables.rows(
        desk,
        """
        SELECT concat_ws(' ', month_end, referent, cases) FROM caseload_month_end
        ORDER BY month_end
        """);
  }
}
