package org.jalon.workload.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jalon.workload.Facts.aboveCeiling;
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
import static org.jalon.workload.Facts.postClosed;
import static org.jalon.workload.Facts.programme;
import static org.jalon.workload.Facts.released;
import static org.jalon.workload.Facts.reopened;
import static org.jalon.workload.Facts.replaced;
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
import java.util.stream.Stream;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jalon.kernel.event.CaseEvent;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.OfferEvent;
import org.jalon.kernel.event.ReferentAssigned;
import org.jalon.kernel.event.ReferentChanged;
import org.jalon.kernel.event.WorkforceEvent;
import org.jalon.kernel.norm.NormScope;
import org.jalon.workload.Ledger;
import org.jalon.workload.caseload.CaseByCase;
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
  @ValueSource(longs = {1, 20_261_121, 4_711, 99})
  void tables_answer_what_the_facts_known_then_amount_to(long seed)
      throws SQLException, InterruptedException {
    var random = new Random(seed);
    var ledger = new Ledger();
    var moments = new ArrayList<Moment>();
    try (var desk = new Desk().started()) {
      for (int i = 0; i < BATCHES; i++) {
        EffectiveDay day = day(random);
        Event[] batch = batch(random, ledger);
        Instant at = BEGINNING.plusSeconds(i / 2);
        desk.record(at, day, batch);
        ledger.record(day, batch);
        moments.add(new Moment(at, ledger.head()));
      }
      for (int i = 0; i < QUESTIONS; i++) {
        // Every other moment is shared by two batches; the later one is known by then.
        Moment moment = moments.get(random.nextInt(BATCHES / 2) * 2 + 1);
        EffectiveDay day = day(random);
        boolean now = moment.position() == ledger.head();
        Optional<Instant> asOf = now ? Optional.empty() : Optional.of(moment.at());
        CaseByCase told = desk.cases(day, asOf);
        assertSame(told.caseload(), ledger, day, moment.position());
        assertSame(desk.on(day, asOf), ledger, day, moment.position());
        assertAddsUp(told);
        assertThat(alerts(desk, day, asOf))
            .as("alerts on %s as known at %d", day, moment.position())
            .isEqualTo(ledger.alerts(day, moment.position(), march(1)));
      }
      assertSeries(desk, ledger, moments.get(BATCHES - 1));
      assertSeries(desk, ledger, moments.get(BATCHES / 2 - 1));
      assertThat(Tables.sums(desk)).isNotEmpty().isEqualTo(Tables.sumsOfSpans(desk));
    }
  }

  /** Every point of a series is what the day by itself amounts to. */
  private static void assertSeries(Desk desk, Ledger ledger, Moment moment) throws SQLException {
    EffectiveDay last = day(DAYS - 1);
    var figures = desk.caseloads.figures(march(3), last, Optional.of(moment.at())).known();
    for (int number = 1; number < DAYS; number++) {
      assertSame(figures.on(day(number)), ledger, day(number), moment.position());
    }
  }

  private static List<String> alerts(Desk desk, EffectiveDay day, Optional<Instant> asOf)
      throws SQLException {
    return desk.caseloads.alerts(day, asOf).known().on(day).stream()
        .map(it -> "%s %s %s %s".formatted(it.code(), it.professional(), it.since(), it.position()))
        .toList();
  }

  private static void assertSame(Caseload told, Ledger ledger, EffectiveDay day, long position) {
    Caseload recomputed = ledger.on(day, position).caseload();
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

  private static void assertAddsUp(CaseByCase told) {
    var totals = new ArrayList<Integer>();
    for (Dimension by : Dimension.values()) {
      List<CaseloadRow> rows = told.caseload().rows(by, Selection.ALL);
      totals.add(rows.stream().mapToInt(CaseloadRow::cases).sum());
      assertThat(rows)
          .allSatisfy(
              row -> assertThat(told.cases(by, row.id(), Selection.ALL)).hasSize(row.cases()));
    }
    assertThat(totals).containsOnly(totals.getFirst());
    for (CaseloadRow team : told.caseload().rows(Dimension.TEAM, Selection.ALL)) {
      assertSelectionAddsUp(told, team);
    }
  }

  /** Within a team, its referents' rows add up to its row, and count exactly their cases. */
  private static void assertSelectionAddsUp(CaseByCase told, CaseloadRow team) {
    if (team.id().equals(Dimension.UNASSIGNED)) {
      return;
    }
    var within = new Selection(null, new TeamId(team.id()), null, null, null);
    List<CaseloadRow> rows = told.caseload().rows(Dimension.REFERENT, within);
    assertThat(rows.stream().mapToInt(CaseloadRow::cases).sum()).isEqualTo(team.cases());
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(told.cases(Dimension.REFERENT, row.id(), within)).hasSize(row.cases()));
  }

  private static Event[] batch(Random random, Ledger ledger) {
    int size = 1 + random.nextInt(8);
    var batch = new ArrayList<Event>();
    for (int i = 0; i < size; i++) {
      batch.add(
          ledger.head() > 0 && random.nextInt(6) == 0
              ? rectification(random, ledger, batch)
              : any(random));
    }
    return batch.toArray(Event[]::new);
  }

  /** Of an entry recorded before, or in the same batch. */
  private static Event rectification(Random random, Ledger ledger, List<Event> batch) {
    long position = 1 + random.nextLong(ledger.head() + batch.size());
    Event entry =
        position <= ledger.head()
            ? ledger.at(position)
            : batch.get(Math.toIntExact(position - ledger.head() - 1));
    return random.nextInt(3) == 0
        ? annulled(position, entry)
        : replaced(position, entry, day(random), other(entry, random));
  }

  /**
   * An event of the same kind; of the same case, but perhaps of another post, team or programme.
   */
  private static Event other(Event entry, Random random) {
    return switch (entry) {
      case ReferentAssigned it -> assigned(it.caseId().value(), who(random));
      case ReferentChanged it -> handedOver(it.caseId().value(), it.from().value(), who(random));
      case CaseOpened it -> opened(it.caseId().value(), random.nextBoolean() ? "T1" : null);
      case CaseEvent it -> it;
      case EntryRectified it -> it;
      case WorkforceEvent _, OfferEvent _ ->
          Stream.generate(() -> any(random))
              .filter(event -> event.getClass() == entry.getClass())
              .findFirst()
              .orElseThrow();
    };
  }

  private static String who(Random random) {
    return "r" + random.nextInt(5);
  }

  private static Event any(Random random) {
    String caseId = "c" + random.nextInt(15);
    String who = who(random);
    String post = "p" + random.nextInt(6);
    String team = "T" + random.nextInt(3);
    return switch (random.nextInt(28)) {
      case 0 -> territory("N" + random.nextInt(2));
      case 1 -> team(team, "N" + random.nextInt(2));
      case 2 -> programme("x", "CESF");
      case 3 -> post(post, team, profession(random), "1");
      case 4, 5 -> filled(post, who, "0." + (1 + random.nextInt(9)));
      case 6 -> worksNow(post, who, "0.5");
      case 7 -> vacated(post, who);
      case 8 -> closed(caseId);
      case 9 -> ended(caseId);
      case 10, 11, 12 -> started(caseId);
      case 13, 14, 15 -> assigned(caseId, who);
      case 16 -> opened(caseId, "x", random.nextBoolean() ? team : null);
      case 17 -> released(caseId, who);
      case 18, 19 -> handedOver(caseId, who(random), who);
      case 20 -> reopened(caseId);
      case 21 -> random.nextInt(4) == 0 ? postClosed(post) : worksNow(post, who, "0.1");
      case 22 -> norm(scope(random), 1 + random.nextInt(30), null);
      case 23 -> norm(scope(random), null, 1 + random.nextInt(8));
      case 24, 25 -> aboveCeiling(who, 9, 3);
      default -> opened(caseId, random.nextBoolean() ? team : null);
    };
  }

  private static NormScope scope(Random random) {
    return new NormScope(
        random.nextInt(4) == 0 ? new ProgrammeId("x") : null,
        random.nextInt(4) == 0 ? new TeamId("T" + random.nextInt(3)) : null,
        random.nextInt(4) == 0 ? new TerritoryId("N" + random.nextInt(2)) : null,
        random.nextInt(3) == 0 ? new ProfessionId(profession(random)) : null);
  }

  private static String profession(Random random) {
    return List.of("AS", "CESF", "SMS", "HEAD").get(random.nextInt(4));
  }

  private static EffectiveDay day(Random random) {
    return day(random.nextInt(DAYS));
  }

  /** Of three months, some of them ends of one. */
  private static EffectiveDay day(int number) {
    return new EffectiveDay(march(1).value().plusDays(3L * number));
  }
}
