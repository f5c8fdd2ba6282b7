package org.jalon.workload.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jalon.kernel.feed.Projection;
import org.jalon.kernel.feed.Recorded;
import org.jalon.workload.span.CaseHistory;
import org.jalon.workload.span.PostHistory;
import org.jalon.workload.span.Subject;

/**
 * Facts to spans: the timelines that a batch touches are read anew, as often as it was recorded at
 * another moment, and only what differs is written. Interventions move nothing here.
 */
public final class CaseloadProjection implements Projection {

  private final Facts facts = new Facts();
  private final Moments moments = new Moments();
  private final DirectoryEntries directory = new DirectoryEntries();
  private final CaseSpans cases = new CaseSpans();
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
    directory.add(connection, batch);
    var moved = take(connection, Subject.Kind.CASE, batch);
    revise(connection, cases, moved, CaseHistory::of);
    var posted = take(connection, Subject.Kind.POST, batch);
    revise(connection, posts, posted, reading -> PostHistory.of(reading).posts());
    revise(connection, engagements, posted, reading -> PostHistory.of(reading).engagements());
  }

  private Map<String, Readings> take(Connection connection, Subject.Kind kind, List<Recorded> batch)
      throws SQLException {
    Map<String, List<Recorded>> touched = Readings.bySubject(kind, batch);
    if (touched.isEmpty()) {
      return Map.of();
    }
    var before = facts.of(connection, kind, touched.keySet());
    var readings = Readings.of(before, touched);
    facts.add(connection, kind, Readings.added(readings));
    return readings;
  }

  private static <V> void revise(
      Connection connection, SpanTable<V> table, Map<String, Readings> moved, Fold<V> fold)
      throws SQLException {
    if (moved.isEmpty()) {
      return;
    }
    var known = table.stillKnown(connection, moved.keySet());
    table.write(
        connection,
        moved.entrySet().stream()
            .map(
                subject ->
                    subject
                        .getValue()
                        .revise(known.getOrDefault(subject.getKey(), List.of()), fold))
            .toList());
  }
}
