package org.jalon.query.casefile;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.timeline.Timeline;
import org.jalon.query.journal.Entry;
import org.jalon.query.journal.Journal;
import org.jalon.query.journal.Known;

/** Reads case files out of the journal. */
public final class CaseFiles {

  /** The most interventions that a case file shows: the last ones. */
  public static final int MOST_INTERVENTIONS = 200;

  private final Journal journal;

  /** Reads out of this journal. */
  public CaseFiles(Journal journal) {
    this.journal = journal;
  }

  /**
   * A case file and what it was read from.
   *
   * @param milestones every entry but interventions, by position
   * @param interventions the last of them, the latest first
   * @param interventionsInAll how many there are
   */
  public record Found(
      CaseFile file, List<Entry> milestones, List<Entry> interventions, long interventionsInAll) {}

  /** The case as far as it is known; {@link CaseFile.Unopened} when it is not. */
  public Found find(Connection connection, CaseId caseId, Known known) throws SQLException {
    List<Entry> milestones = journal.milestones(connection, caseId, known);
    Journal.Page interventions =
        journal.lastInterventions(connection, caseId, known, MOST_INTERVENTIONS);
    return new Found(fold(milestones), milestones, interventions.entries(), interventions.total());
  }

  private static CaseFile fold(List<Entry> milestones) {
    return Timeline.of(milestones.stream().map(Entry::fact).toList())
        .fold(CaseFile.INITIAL, CaseFile::evolve);
  }
}
