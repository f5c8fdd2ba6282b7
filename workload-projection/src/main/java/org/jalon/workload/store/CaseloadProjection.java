package org.jalon.workload.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jalon.kernel.PostId;
import org.jalon.kernel.feed.Projection;
import org.jalon.kernel.feed.Recorded;
import org.jalon.kernel.timeline.Timeline;
import org.jalon.workload.span.CaseHistory;
import org.jalon.workload.span.CaseStanding;
import org.jalon.workload.span.CaseloadChange;
import org.jalon.workload.span.PostHistory;
import org.jalon.workload.span.Subject;

/**
 * Facts to spans, spans to signed changes: the timelines that a batch touches are read anew, as
 * often as it was recorded at another moment, and only what differs is written. Interventions move
 * nothing here.
 */
public final class CaseloadProjection implements Projection {

  private final Facts facts = new Facts();
  private final Moments moments = new Moments();
  private final Directories directories = new Directories();
  private final CaseSpans cases = new CaseSpans();
  private final CaseloadChanges changes = new CaseloadChanges();
  private final MonthEnds monthEnds = new MonthEnds();
  private final PostSpans posts = new PostSpans();
  private final EngagementSpans engagements = new EngagementSpans();

  /** The projection. */
  public CaseloadProjection() {}

  @Override
  public String view() {
    return "caseload";
  }

  @Override
  public void apply(Connection connection, List<Recorded> batch) throws SQLException {
    moments.add(connection, batch);
    directories.add(connection, batch);
    Filing filing = Filing.of(connection, facts, batch);
    var moved = take(connection, Subject.Kind.CASE, filing);
    sum(connection, revise(connection, cases, moved, (_, timeline) -> CaseHistory.of(timeline)));
    var posted = take(connection, Subject.Kind.POST, filing);
    revise(connection, posts, posted, (id, timeline) -> post(id, timeline).posts());
    revise(connection, engagements, posted, (id, timeline) -> post(id, timeline).engagements());
  }

  private static PostHistory post(String id, Timeline timeline) {
    return PostHistory.of(new PostId(id), timeline);
  }

  private Map<String, Readings> take(Connection connection, Subject.Kind kind, Filing filing)
      throws SQLException {
    Map<String, List<Recorded>> touched = filing.of(kind);
    if (touched.isEmpty()) {
      return Map.of();
    }
    var before = facts.of(connection, kind, touched.keySet());
    var readings = Readings.of(before, touched);
    facts.add(connection, kind, Readings.added(readings));
    return readings;
  }

  private static <V> List<SpanChange<V>> revise(
      Connection connection, SpanTable<V> table, Map<String, Readings> moved, Fold<V> fold)
      throws SQLException {
    if (moved.isEmpty()) {
      return List.of();
    }
    var known = table.stillKnown(connection, moved.keySet());
    List<SpanChange<V>> revised =
        moved.entrySet().stream()
            .map(
                subject ->
                    subject
                        .getValue()
                        .revise(known.getOrDefault(subject.getKey(), List.of()), fold))
            .toList();
    table.write(connection, revised);
    return revised;
  }

  private void sum(Connection connection, List<SpanChange<CaseStanding>> revised)
      throws SQLException {
    List<CaseloadChange> added =
        revised.stream()
            .flatMap(one -> CaseloadChange.of(one.superseded(), one.added()).stream())
            .toList();
    if (!added.isEmpty()) {
      changes.add(connection, added);
      monthEnds.add(connection, added);
    }
  }
}
