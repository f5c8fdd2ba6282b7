package org.jalon.workload.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jalon.workload.Facts.accompanied;
import static org.jalon.workload.Facts.annulled;
import static org.jalon.workload.Facts.assigned;
import static org.jalon.workload.Facts.closed;
import static org.jalon.workload.Facts.ended;
import static org.jalon.workload.Facts.filled;
import static org.jalon.workload.Facts.handedOver;
import static org.jalon.workload.Facts.march;
import static org.jalon.workload.Facts.norm;
import static org.jalon.workload.Facts.opened;
import static org.jalon.workload.Facts.post;
import static org.jalon.workload.Facts.programme;
import static org.jalon.workload.Facts.reopened;
import static org.jalon.workload.Facts.replaced;
import static org.jalon.workload.Facts.started;
import static org.jalon.workload.Facts.team;
import static org.jalon.workload.Facts.territory;
import static org.jalon.workload.Facts.vacated;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.InterventionId;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.event.AccompanimentClosed;
import org.jalon.kernel.event.ClosureReason;
import org.jalon.kernel.event.InterventionRecorded;
import org.jalon.kernel.event.Mode;
import org.jalon.kernel.feed.LiveView;
import org.jalon.kernel.feed.RebuildState;
import org.jalon.kernel.feed.Recorded;
import org.jalon.kernel.norm.NormScope;
import org.jalon.workload.caseload.Caseload;
import org.jalon.workload.caseload.Dimension;
import org.jalon.workload.caseload.Selection;
import org.junit.jupiter.api.Test;

final class CaseloadProjectionTest {

  private static final Instant FIRST = Instant.parse("2026-03-10T10:00:00Z");
  private static final Instant LATER = Instant.parse("2026-03-20T10:00:00Z");

  @Test
  void facts_become_spans_of_two_times() throws SQLException, InterruptedException {
    try (var desk = new Desk().started()) {
      desk.record(march(1), territory("N"), team("T1", "N"), programme("budget", "CESF"));
      desk.record(march(1), post("p", "T1", "AS", "1"), filled("p", "ana", "0.8"));
      desk.record(FIRST, march(2), accompanied("c", "T1", "ana"));
      desk.record(FIRST.plusSeconds(1), march(6), closed("c"));
      desk.record(LATER, march(4), assigned("c", "ben"));
      desk.caughtUp();

      assertThat(table(desk, "case_span", "case_id, referent, stage"))
          .containsExactlyInAnyOrder(
              "c ana ACTIVE 2026-03-02..9999-12-31 known 8..9",
              "c ana ACTIVE 2026-03-02..2026-03-06 known 9..10",
              "c ana ACTIVE 2026-03-02..2026-03-04 known 10..",
              "c ben ACTIVE 2026-03-04..2026-03-06 known 10..");
      assertThat(table(desk, "engagement_span", "post, professional, fte"))
          .containsExactly("p ana 0.8 2026-03-01..9999-12-31 known 5..");
      assertThat(table(desk, "post_span", "post, profession, fte"))
          .containsExactly("p AS 1 2026-03-01..9999-12-31 known 5..");
    }
  }

  @Test
  void a_batch_that_comes_twice_counts_once() throws SQLException {
    try (var desk = new Desk()) {
      desk.schema.migrate(desk.access.owner());
      List<Recorded> batch = new ArrayList<>();
      batch.addAll(desk.feed.append(march(1), territory("N"), team("T1", "N")));
      batch.addAll(desk.feed.append(march(1), programme("budget", "CESF")));
      batch.addAll(desk.feed.append(march(1), post("p", "T1", "AS", "1"), filled("p", "ana", "1")));
      batch.addAll(desk.feed.append(march(2), accompanied("c", "T1", "ana")));
      batch.addAll(desk.feed.append(march(6), closed("c")));
      batch.addAll(desk.feed.append(march(7), vacated("p", "ana")));
      batch.addAll(desk.feed.append(march(8), norm(NormScope.EVERYBODY, 10, null)));
      batch.addAll(desk.feed.append(march(8), annulled(3, programme("budget", "CESF"))));
      batch.addAll(
          desk.feed.append(
              march(8), replaced(5, filled("p", "ana", "1"), march(3), filled("p", "bob", "1"))));
      batch.addAll(
          desk.feed.append(
              march(8), replaced(9, closed("c"), march(7), closed("c")), reopened("c")));

      apply(desk, batch);
      List<String> once = everything(desk);
      apply(desk, batch);
      apply(desk, batch.subList(0, 7));

      assertThat(once).isNotEmpty();
      assertThat(everything(desk)).isEqualTo(once);
    }
  }

  @Test
  void interventions_and_free_text_leave_no_trace() throws SQLException, InterruptedException {
    try (var desk = new Desk().started()) {
      desk.record(march(1), accompanied("c", "T1", "ana"));
      desk.record(
          march(2),
          new InterventionRecorded(
              new CaseId("c"),
              new InterventionId("i"),
              new ProfessionalId("ana"),
              Mode.ACCOMPANIMENT,
              null,
              null,
              null,
              null,
              new Narrative.Written("canary")));
      desk.record(
          march(3),
          new AccompanimentClosed(
              new CaseId("c"), ClosureReason.OTHER, new Narrative.Written("canary")));
      desk.caughtUp();
      desk.record(
          march(3),
          replaced(
              5,
              ended("c"),
              march(4),
              new AccompanimentClosed(
                  new CaseId("c"), ClosureReason.OTHER, new Narrative.Written("canary"))));
      desk.caughtUp();
      desk.record(march(9), closed("c"));
      desk.caughtUp();

      assertThat(rows(desk, "SELECT name FROM fact ORDER BY position"))
          .containsExactly(
              "CaseOpened",
              "ReferentAssigned",
              "AccompanimentStarted",
              "AccompanimentClosed",
              "EntryRectified",
              "CaseClosed");
      assertThat(rows(desk, "SELECT convert_from(clear, 'UTF8') FROM fact"))
          .noneMatch(clear -> clear.contains("ciphertext") || clear.contains("canary"));
      assertThat(count(desk, 3, Optional.empty())).isOne();
      assertThat(count(desk, 4, Optional.empty())).isZero();
    }
  }

  @Test
  void what_was_known_earlier_is_answered_as_it_was_then()
      throws SQLException, InterruptedException {
    try (var desk = new Desk().started()) {
      desk.record(FIRST, march(1), accompanied("c", "T1", "ana"));
      desk.record(LATER, march(5), closed("c"));

      assertThat(count(desk, 4, Optional.empty())).isOne();
      assertThat(count(desk, 5, Optional.empty())).isZero();
      assertThat(count(desk, 5, Optional.of(LATER))).isZero();
      assertThat(count(desk, 5, Optional.of(LATER.minusNanos(1_000)))).isOne();
      assertThat(count(desk, 5, Optional.of(FIRST))).isOne();
      assertThat(count(desk, 5, Optional.of(FIRST.minusNanos(1_000)))).isZero();
    }
  }

  @Test
  void a_back_dated_post_moves_the_figures_from_its_recording_on()
      throws SQLException, InterruptedException {
    try (var desk = new Desk().started()) {
      desk.record(FIRST, march(1), territory("N"), team("T1", "N"), post("p", "T1", "AS", "1"));
      desk.record(FIRST, march(1), accompanied("c", "T1", "ana"));
      desk.record(LATER, march(1), filled("p", "ana", "1"));

      assertThat(rowOf(desk.on(march(2), Optional.of(FIRST))))
          .isEqualTo("0 [ORPHANED, WITHOUT_FTE]");
      assertThat(rowOf(desk.on(march(2), Optional.empty()))).isEqualTo("1 []");
    }
  }

  @Test
  void the_answer_says_on_what_it_rests() throws SQLException, InterruptedException {
    try (var desk = new Desk().started()) {
      desk.record(FIRST, march(1), accompanied("c", "T1", "ana"));
      desk.record(LATER, march(5), closed("c"));
      desk.caughtUp();

      var now = desk.caseloads.figures(march(1), march(1), Optional.empty());
      var then = desk.caseloads.figures(march(1), march(1), Optional.of(FIRST));

      assertThat(List.of(now.viewAt(), now.knownAt())).containsExactly(4L, 4L);
      assertThat(List.of(then.viewAt(), then.knownAt())).containsExactly(4L, 3L);
    }
  }

  @Test
  void a_rebuilt_view_answers_the_same() throws SQLException, InterruptedException {
    try (var desk = new Desk().started()) {
      desk.record(FIRST, march(1), opened("c", "T1"), assigned("c", "ana"));
      desk.record(FIRST.plusSeconds(1), march(2), started("c"));
      desk.record(LATER.plusSeconds(1), march(5), closed("c"));
      desk.record(LATER.plusSeconds(2), march(9), handedOver("c", "ana", "ben"));
      desk.record(
          LATER.plusSeconds(3), march(9), norm(NormScope.EVERYBODY, 10, null), territory("N"));
      desk.record(LATER.plusSeconds(4), march(9), annulled(6, norm(NormScope.EVERYBODY, 10, null)));
      desk.record(
          LATER.plusSeconds(5), march(9), replaced(7, territory("N"), march(1), territory("O")));
      desk.record(LATER.plusSeconds(6), march(9), annulled(5, handedOver("c", "ana", "ben")));
      desk.caughtUp();
      List<String> before = everything(desk);

      assertThat(desk.view.rebuild()).isTrue();
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> desk.view.rebuildState().state() == RebuildState.State.DONE);

      assertThat(everything(desk)).isEqualTo(before);
      assertThat(count(desk, 2, Optional.empty())).isOne();
      desk.record(LATER.plusSeconds(9), march(2), closed("c"));
      assertThat(count(desk, 2, Optional.empty())).isZero();
    }
  }

  @Test
  void after_a_restart_the_view_goes_on_where_it_was() throws SQLException, InterruptedException {
    try (var desk = new Desk().started()) {
      desk.record(FIRST, march(1), accompanied("c", "T1", "ana"));
      desk.caughtUp();
      List<String> before = everything(desk);
      desk.view.close();

      try (var again =
          new LiveView(desk.feed, new CaseloadProjection(), desk.schema, desk.access, 4)) {
        again.start();
        assertThat(again.await(3, Duration.ofSeconds(20))).isTrue();
        assertThat(everything(desk)).isEqualTo(before);
        desk.record(LATER, march(5), closed("c"));
        assertThat(again.await(4, Duration.ofSeconds(20))).isTrue();
        var history = new Caseloads(again).history(march(5), Optional.empty()).known();
        assertThat(history.on(march(5)).caseload().rows(Dimension.REFERENT, Selection.ALL))
            .isEmpty();
      }
    }
  }

  @Test
  void the_role_of_the_view_cannot_rewrite_what_was_known()
      throws SQLException, InterruptedException {
    try (var desk = new Desk().started()) {
      desk.record(march(1), accompanied("c", "T1", "ana"));
      desk.caughtUp();

      try (var pool = desk.access.pool(desk.schema, 1)) {
        for (String forbidden :
            List.of(
                "DELETE FROM case_span",
                "UPDATE case_span SET valid_to = '2026-03-02'",
                "UPDATE fact SET day = '2026-03-02'",
                "UPDATE caseload_change SET cases = 2",
                "UPDATE team SET label = 'other'",
                "DELETE FROM caseload_month_end",
                "TRUNCATE moment")) {
          assertThatThrownBy(() -> run(pool, forbidden)).hasMessageContaining("permission denied");
        }
      }
    }
  }

  @Test
  void thousands_of_events_are_shown_within_seconds() throws SQLException, InterruptedException {
    try (var desk = new Desk()) {
      for (int i = 0; i < 3_000; i++) {
        desk.record(march(1), accompanied("c" + i, "T1", "r" + i % 150));
      }
      long began = System.nanoTime();
      desk.started().caughtUp();
      Duration projected = Duration.ofNanos(System.nanoTime() - began);
      desk.on(march(2), Optional.empty());

      began = System.nanoTime();
      Caseload caseload = desk.on(march(2), Optional.empty());
      int rows = caseload.rows(Dimension.REFERENT, Selection.ALL).size();
      Duration asked = Duration.ofNanos(System.nanoTime() - began);

      assertThat(rows).isEqualTo(150);
      assertThat(projected).isLessThan(Duration.ofSeconds(10));
      assertThat(asked).isLessThan(Duration.ofSeconds(1));
    }
  }

  private static int count(Desk desk, int day, Optional<Instant> asOf)
      throws SQLException, InterruptedException {
    return desk.cases(march(day), asOf).cases(Dimension.REFERENT, "ana", Selection.ALL).size();
  }

  private static String rowOf(Caseload caseload) {
    var row = caseload.rows(Dimension.REFERENT, Selection.ALL).getFirst();
    return row.fte().holders() + " " + row.flags();
  }

  private static void apply(Desk desk, List<Recorded> batch) throws SQLException {
    try (var pool = desk.access.pool(desk.schema, 1);
        Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      new CaseloadProjection().apply(connection, batch);
      connection.commit();
    }
  }

  private static List<String> everything(Desk desk) throws SQLException {
    var all = new ArrayList<String>();
    for (String table :
        List.of(
            "moment",
            "fact",
            "case_span",
            "post_span",
            "engagement_span",
            "territory",
            "team",
            "programme",
            "norm",
            "above_ceiling",
            "caseload_change",
            "caseload_month_end")) {
      all.addAll(rows(desk, "SELECT '%1$s' || x::text FROM %1$s x ORDER BY 1".formatted(table)));
    }
    return all;
  }

  private static List<String> table(Desk desk, String table, String columns) throws SQLException {
    return rows(
        desk,
        """
        SELECT concat_ws(' ', %s, valid_from || '..' || valid_to,
            'known ' || known_from || '..' || nullif(known_until, 9223372036854775807),
            CASE WHEN known_until = 9223372036854775807 THEN 'known ' || known_from || '..' END)
        FROM %s
        """
            .formatted(columns, table));
  }

  private static List<String> rows(Desk desk, String sql) throws SQLException {
    return Tables.rows(desk, sql);
  }

  private static void run(DataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
