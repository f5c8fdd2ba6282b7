package org.jalon.query.wiring;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.InterventionRecorded;
import org.jalon.kernel.event.NarrativeResealed;
import org.jalon.kernel.feed.Projection;
import org.jalon.kernel.feed.Recorded;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.timeline.Timeline;
import org.jalon.query.caselist.CaseRows;
import org.jalon.query.journal.Entry;
import org.jalon.query.journal.Journal;

/**
 * The view {@code cases}: keeps the entries of a batch, then folds again, from all their
 * milestones, the rows of the cases that got new ones, so that back-dated facts and rectifications
 * take their place. Interventions change no row, so a case with thousands of them costs no more
 * than another.
 */
public final class Cases implements Projection {

  private final Journal journal;
  private final CaseRows rows;

  /** Writes to these tables. */
  public Cases(Journal journal, CaseRows rows) {
    this.journal = journal;
    this.rows = rows;
  }

  @Override
  public String view() {
    return "cases";
  }

  @Override
  public void apply(Connection connection, List<Recorded> batch) throws SQLException {
    journal.append(connection, batch);
    Set<CaseId> moved = withMilestones(batch);
    if (!moved.isEmpty()) {
      rows.keep(connection, timelines(journal.milestones(connection, moved)));
    }
  }

  private static Set<CaseId> withMilestones(List<Recorded> batch) {
    return batch.stream()
        .map(Recorded::event)
        .filter(Cases::isMilestone)
        .map(Event::caseOf)
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }

  private static boolean isMilestone(Event event) {
    return !(event instanceof InterventionRecorded || event instanceof NarrativeResealed);
  }

  private static Map<CaseId, Timeline> timelines(List<Entry> milestones) {
    Map<CaseId, List<Fact>> facts =
        milestones.stream()
            .collect(
                Collectors.groupingBy(
                    Entry::caseId, Collectors.mapping(Entry::fact, Collectors.toList())));
    var timelines = new HashMap<CaseId, Timeline>();
    facts.forEach((caseId, all) -> timelines.put(caseId, Timeline.of(all)));
    return timelines;
  }
}
