package org.jalon.workload.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jalon.workload.Facts.assigned;
import static org.jalon.workload.Facts.closed;
import static org.jalon.workload.Facts.ended;
import static org.jalon.workload.Facts.filled;
import static org.jalon.workload.Facts.opened;
import static org.jalon.workload.Facts.post;
import static org.jalon.workload.Facts.programme;
import static org.jalon.workload.Facts.started;
import static org.jalon.workload.Facts.team;
import static org.jalon.workload.Facts.territory;
import static org.jalon.workload.Facts.vacated;
import static org.jalon.workload.Facts.worksNow;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.event.Event;
import org.jalon.workload.Facts;
import org.jalon.workload.Ledger;
import org.jalon.workload.caseload.Caseload;
import org.jalon.workload.caseload.CaseloadRow;
import org.jalon.workload.caseload.Dimension;
import org.jalon.workload.caseload.Selection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories: what the tables answer is what all facts known then amount to. */
final class TwoTimesPropertyTest {

  private static final Instant BEGINNING = Instant.parse("2026-04-01T08:00:00Z");
  private static final int BATCHES = 60;
  private static final int QUESTIONS = 60;
  private static final int DAYS = 25;

  /** A moment of recording and the last position recorded by then. */
  private record Moment(Instant at, long position) {}

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20_261_121, 4_711})
  void tables_answer_what_the_facts_known_then_amount_to(long seed)
      throws SQLException, InterruptedException {
    var random = new Random(seed);
    var ledger = new Ledger();
    var moments = new ArrayList<Moment>();
    try (var desk = new Desk().started()) {
      for (int i = 0; i < BATCHES; i++) {
        EffectiveDay day = day(random);
        Event[] batch = batch(random);
        Instant at = BEGINNING.plusSeconds(i / 2);
        desk.record(at, day, batch);
        ledger.record(day, batch);
        moments.add(new Moment(at, ledger.head()));
      }
      for (int i = 0; i < QUESTIONS; i++) {
        // Every other moment is shared by two batches; the later one is known by then.
        Moment moment = moments.get(random.nextInt(BATCHES / 2) * 2 + 1);
        EffectiveDay day = day(random);
        Caseload told = desk.on(day, Optional.of(moment.at()));
        assertSame(told, ledger, day, moment.position());
        assertAddsUp(told);
      }
    }
  }

  private static void assertSame(Caseload told, Ledger ledger, EffectiveDay day, long position) {
    Caseload recomputed = ledger.on(day, position);
    for (Dimension by : Dimension.values()) {
      assertThat(told.rows(by, Selection.ALL))
          .as("by %s on %s as known at %d", by, day, position)
          .isEqualTo(recomputed.rows(by, Selection.ALL));
    }
    Map<String, Long> counted =
        told.rows(Dimension.REFERENT, Selection.ALL).stream()
            .filter(row -> row.cases() > 0)
            .collect(Collectors.toMap(CaseloadRow::id, row -> (long) row.cases()));
    assertThat(counted).isEqualTo(ledger.active(day, position));
  }

  private static void assertAddsUp(Caseload told) {
    var totals = new ArrayList<Integer>();
    for (Dimension by : Dimension.values()) {
      List<CaseloadRow> rows = told.rows(by, Selection.ALL);
      totals.add(rows.stream().mapToInt(CaseloadRow::cases).sum());
      assertThat(rows)
          .allSatisfy(
              row -> assertThat(told.cases(by, row.id(), Selection.ALL)).hasSize(row.cases()));
    }
    assertThat(totals).containsOnly(totals.getFirst());
    for (CaseloadRow team : told.rows(Dimension.TEAM, Selection.ALL)) {
      assertSelectionAddsUp(told, team);
    }
  }

  /** Within a team, its referents' rows add up to its row, and count exactly their cases. */
  private static void assertSelectionAddsUp(Caseload told, CaseloadRow team) {
    if (team.id().equals(Dimension.UNASSIGNED)) {
      return;
    }
    var within = new Selection(null, new TeamId(team.id()), null, null, null);
    List<CaseloadRow> rows = told.rows(Dimension.REFERENT, within);
    assertThat(rows.stream().mapToInt(CaseloadRow::cases).sum()).isEqualTo(team.cases());
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(told.cases(Dimension.REFERENT, row.id(), within)).hasSize(row.cases()));
  }

  private static Event[] batch(Random random) {
    int size = 1 + random.nextInt(8);
    var batch = new ArrayList<Event>();
    for (int i = 0; i < size; i++) {
      batch.add(any(random));
    }
    return batch.toArray(Event[]::new);
  }

  private static Event any(Random random) {
    String caseId = "c" + random.nextInt(15);
    String who = "r" + random.nextInt(5);
    String post = "p" + random.nextInt(6);
    String team = "T" + random.nextInt(3);
    return switch (random.nextInt(20)) {
      case 0 -> territory("N" + random.nextInt(2));
      case 1 -> team(team, "N" + random.nextInt(2));
      case 2 -> programme("x", "CESF");
      case 3 -> post(post, team, List.of("AS", "CESF", "SMS", "HEAD").get(random.nextInt(4)), "1");
      case 4, 5 -> filled(post, who, "0." + (1 + random.nextInt(9)));
      case 6 -> worksNow(post, who, "0.5");
      case 7 -> vacated(post, who);
      case 8 -> closed(caseId);
      case 9 -> ended(caseId);
      case 10, 11, 12 -> started(caseId);
      case 13, 14, 15 -> assigned(caseId, who);
      case 16 -> opened(caseId, "x", random.nextBoolean() ? team : null);
      default -> opened(caseId, random.nextBoolean() ? team : null);
    };
  }

  private static EffectiveDay day(Random random) {
    return Facts.march(1 + random.nextInt(DAYS));
  }
}
