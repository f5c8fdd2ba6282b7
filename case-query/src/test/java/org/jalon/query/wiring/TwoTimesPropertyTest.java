package org.jalon.query.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jalon.query.Facts.march;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.InterventionRecorded;
import org.jalon.kernel.event.Replacement;
import org.jalon.kernel.feed.MemoryFeed;
import org.jalon.kernel.feed.Recorded;
import org.jalon.kernel.schema.DatabaseAccess;
import org.jalon.kernel.schema.ModuleSchema;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.wire.MemoryKeys;
import org.jalon.postgres.ScratchDatabase;
import org.jalon.postgres.ScratchPostgres;
import org.jalon.query.casefile.Accompaniment;
import org.jalon.query.casefile.CaseFile;
import org.jalon.query.casefile.CaseFiles;
import org.jalon.query.casefile.Opening;
import org.jalon.query.caselist.CaseFilter;
import org.jalon.query.caselist.CaseRows;
import org.jalon.query.caselist.CaseStatus;
import org.jalon.query.caselist.ListedCase;
import org.jalon.query.journal.Journal;
import org.jalon.query.journal.Known;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random histories: what is stored is what a fold of the known facts from scratch comes to. */
final class TwoTimesPropertyTest {

  private static final ModuleSchema SCHEMA = new ModuleSchema(LedgerId.MAIN, "query");
  private static final int FACTS = 45;
  private static final int POINTS = 20;

  private final MemoryFeed feed = new MemoryFeed(LedgerId.MAIN, new MemoryKeys());
  private final Journal journal = new Journal(LedgerId.MAIN);
  private final CaseRows rows = new CaseRows();
  private final CaseFiles files = new CaseFiles(journal);
  private final Cases cases = new Cases(journal, rows);
  private final TreeSet<String> seen = new TreeSet<>();

  @Test
  void file_and_row_equal_a_fold_from_scratch_at_every_point_of_both_times() throws Exception {
    ScratchDatabase scratch = ScratchPostgres.fresh();
    var access = new DatabaseAccess(scratch.url(), scratch.user(), scratch.password());
    SCHEMA.migrate(access.owner());
    try (var pool = access.pool(SCHEMA, 1);
        var connection = pool.getConnection()) {
      long[] seeds =
          LongStream.concat(LongStream.rangeClosed(1, 30), LongStream.of(new Random().nextLong()))
              .toArray();
      for (long seed : seeds) {
        holds(connection, seed);
      }
    }
    assertThat(seen)
        .as("the histories reach every stage and every kind of past")
        .containsExactly(
            "Active", "Closed", "Intake", "Unopened", "hand-over", "mandates", "reopened");
  }

  private void holds(Connection connection, long seed) throws SQLException {
    var random = new Random(seed);
    var caseId = new CaseId("seed-" + Long.toUnsignedString(seed));
    var history = new CaseHistory(feed, caseId, random);
    int applied = 0;
    while (history.recorded().size() < FACTS) {
      history.goOn();
      if (random.nextInt(3) == 0 || history.recorded().size() == FACTS) {
        cases.apply(connection, history.recorded().subList(applied, history.recorded().size()));
        applied = history.recorded().size();
        repeatSome(connection, history, random);
        rowIsTheState(connection, history, seed);
      }
    }
    for (int point = 0; point < POINTS; point++) {
      fileIsTheFold(connection, caseId, history, known(history, random), seed);
    }
    fileIsTheFold(connection, caseId, history, Known.ALL, seed);
  }

  private void repeatSome(Connection connection, CaseHistory history, Random random)
      throws SQLException {
    int size = history.recorded().size();
    int from = random.nextInt(size);
    cases.apply(
        connection, history.recorded().subList(from, from + random.nextInt(size - from) + 1));
  }

  private void rowIsTheState(Connection connection, CaseHistory history, long seed)
      throws SQLException {
    List<ListedCase> listed =
        rows.list(
                connection,
                new CaseFilter(null, null, null, null, null),
                Optional.empty(),
                Integer.MAX_VALUE)
            .cases();
    String caseId = "seed-" + Long.toUnsignedString(seed);
    assertThat(listed.stream().filter(row -> row.caseId().equals(caseId)).toList())
        .as("row of seed %d after %d facts", seed, history.recorded().size())
        .isEqualTo(row(fold(standing(history.recorded(), Known.ALL))).stream().toList());
  }

  private void fileIsTheFold(
      Connection connection, CaseId caseId, CaseHistory history, Known known, long seed)
      throws SQLException {
    List<Fact> facts = standing(history.recorded(), known);
    CaseFile expected = fold(facts);
    note(expected);

    CaseFiles.Found found = files.find(connection, caseId, known);

    assertThat(found.file()).as("file of seed %d at %s", seed, known).isEqualTo(expected);
    List<Fact> interventions =
        facts.reversed().stream()
            .filter(fact -> fact.event() instanceof InterventionRecorded)
            .toList();
    assertThat(found.interventions())
        .as("interventions of seed %d at %s", seed, known)
        .isEqualTo(interventions);
    assertThat(found.interventionsInAll()).isEqualTo(interventions.size());
  }

  private static Known known(CaseHistory history, Random random) {
    Recorded entry = history.recorded().get(random.nextInt(history.recorded().size()));
    Recorded other = history.recorded().get(random.nextInt(history.recorded().size()));
    Instant asOf = random.nextBoolean() ? entry.recordedAt() : null;
    Long position = random.nextBoolean() ? Long.valueOf(other.position()) : null;
    EffectiveDay on = random.nextInt(4) == 0 ? null : march(1 + random.nextInt(28));
    return new Known(on, asOf, position);
  }

  /** The facts as they stand, told without the timeline: rectified one after the other, sorted. */
  private static List<Fact> standing(List<Recorded> all, Known known) {
    var originals = new TreeMap<Long, Fact>();
    var standing = new TreeMap<Long, Fact>();
    for (Recorded recorded : all) {
      if (isKnown(recorded, known)) {
        originals.put(recorded.position(), recorded.fact());
        if (recorded.event() instanceof EntryRectified rectified) {
          rectify(originals, standing, rectified);
        } else {
          standing.put(recorded.position(), recorded.fact());
        }
      }
    }
    return standing.values().stream()
        .filter(fact -> known.on() == null || !fact.day().isAfter(known.on()))
        .sorted(Comparator.comparing(Fact::day).thenComparing(Fact::position))
        .toList();
  }

  private static void rectify(
      Map<Long, Fact> originals, Map<Long, Fact> standing, EntryRectified rectified) {
    Fact original = originals.get(rectified.position());
    Replacement by = rectified.replacement();
    if (by == null || original == null) {
      standing.remove(rectified.position());
    } else {
      standing.put(
          original.position(),
          new Fact(original.position(), by.day(), original.commandId(), by.event()));
    }
  }

  private static boolean isKnown(Recorded recorded, Known known) {
    return (known.asOf() == null || !recorded.recordedAt().isAfter(known.asOf()))
        && (known.position() == null || recorded.position() <= known.position());
  }

  private static CaseFile fold(List<Fact> facts) {
    CaseFile file = CaseFile.INITIAL;
    for (Fact fact : facts) {
      file = CaseFile.evolve(file, fact);
    }
    return file;
  }

  private void note(CaseFile file) {
    seen.add(file.getClass().getSimpleName());
    if (file instanceof CaseFile.Intake intake && !intake.past().closures().isEmpty()) {
      seen.add("reopened");
    }
    if (file instanceof CaseFile.Active active) {
      Accompaniment current = active.current();
      if (current.handOver() != null) {
        seen.add("hand-over");
      }
      if (current.mandates().size() > 1) {
        seen.add("mandates");
      }
    }
  }

  private static Optional<ListedCase> row(CaseFile file) {
    return switch (file) {
      case CaseFile.Unopened _ -> Optional.empty();
      case CaseFile.Intake(var opening, _, var prepared) ->
          Optional.of(row(opening, CaseStatus.INTAKE, prepared, null));
      case CaseFile.Active(var opening, _, var current) ->
          Optional.of(row(opening, CaseStatus.ACTIVE, current, null));
      case CaseFile.Closed closed ->
          Optional.of(row(closed.opening(), CaseStatus.CLOSED, null, closed.on().value()));
    };
  }

  private static ListedCase row(
      Opening opening,
      CaseStatus status,
      @Nullable Accompaniment current,
      @Nullable LocalDate closedOn) {
    var due = new ArrayList<LocalDate>();
    if (current != null) {
      current.objectives().stream()
          .filter(one -> !one.state().isFinal())
          .forEach(one -> due.add(one.dueOn()));
      Stream.ofNullable(current.plannedUntil()).forEach(due::add);
    }
    return new ListedCase(
        opening.caseId().value(),
        opening.household().value(),
        opening.programme().value(),
        opening.team() == null ? null : opening.team().value(),
        current == null
            ? null
            : current.mandate().map(mandate -> mandate.referent().value()).orElse(null),
        status,
        opening.on().value(),
        closedOn,
        current == null || current.start() == null ? null : current.start().on().value(),
        current == null ? null : current.plannedUntil(),
        due.stream().min(LocalDate::compareTo).orElse(null));
  }
}
