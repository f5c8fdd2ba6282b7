package org.jalon.query.casefile;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.InterventionRecorded;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.timeline.Timeline;
import org.jalon.query.journal.Corrections;
import org.jalon.query.journal.Entry;
import org.jalon.query.journal.Journal;
import org.jalon.query.journal.Known;

/** Reads case files out of the journal. */
public final class CaseFiles {

  /** The most interventions that a case file shows: the last ones. */
  public static final int MOST_INTERVENTIONS = 200;

  private static final Comparator<Fact> LATEST_FIRST =
      Comparator.comparing(Fact::day).thenComparingLong(Fact::position).reversed();

  private final Journal journal;

  /** Reads out of this journal. */
  public CaseFiles(Journal journal) {
    this.journal = journal;
  }

  /**
   * A case file and what it was read from.
   *
   * @param interventions the last of them as they stand, the latest first
   * @param interventionsInAll how many there are
   * @param entries that the texts of both were sealed for
   * @param corrections of the case, those after the point asked for among them
   */
  public record Found(
      CaseFile file,
      List<Fact> interventions,
      long interventionsInAll,
      List<Entry> entries,
      Corrections corrections) {}

  /** The case as far as it is known; {@link CaseFile.Unopened} when it is not. */
  public Found find(Connection connection, CaseId caseId, Known known) throws SQLException {
    List<Entry> milestones = journal.milestones(connection, caseId, known);
    Set<Long> rectified = rectified(milestones);
    List<Entry> corrected = journal.interventions(connection, caseId, rectified);
    Journal.Page recorded =
        journal.lastInterventions(connection, caseId, known, rectified, MOST_INTERVENTIONS);
    Timeline timeline = timeline(milestones, corrected, known);
    List<Fact> standing = timeline.facts().stream().filter(CaseFiles::isIntervention).toList();
    var entries = new ArrayList<>(milestones);
    entries.addAll(recorded.entries());
    return new Found(
        timeline.fold(CaseFile.INITIAL, CaseFile::evolve),
        Stream.concat(standing.stream(), recorded.entries().stream().map(Entry::fact))
            .sorted(LATEST_FIRST)
            .limit(MOST_INTERVENTIONS)
            .toList(),
        recorded.total() + standing.size(),
        entries,
        journal.corrections(connection, caseId));
  }

  private static Set<Long> rectified(List<Entry> milestones) {
    return milestones.stream()
        .map(Entry::event)
        .filter(EntryRectified.class::isInstance)
        .map(EntryRectified.class::cast)
        .map(EntryRectified::position)
        .collect(Collectors.toSet());
  }

  private static Timeline timeline(List<Entry> milestones, List<Entry> corrected, Known known) {
    Timeline all =
        Timeline.of(
            Stream.concat(milestones.stream(), corrected.stream()).map(Entry::fact).toList());
    return known.on() == null ? all : all.until(known.on());
  }

  private static boolean isIntervention(Fact fact) {
    return fact.event() instanceof InterventionRecorded;
  }
}
