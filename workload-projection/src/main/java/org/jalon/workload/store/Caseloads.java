package org.jalon.workload.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.feed.LiveView;
import org.jalon.workload.caseload.History;
import org.jalon.workload.span.Known;

/** Reads what is known of the caseload, each time in one snapshot of the view. */
public final class Caseloads {

  /** Beyond every position, and still before the end of what is known. */
  private static final long EVERYTHING = Known.STILL - 1;

  private final LiveView view;
  private final Moments moments = new Moments();
  private final DirectoryEntries directory = new DirectoryEntries();
  private final CaseSpans cases = new CaseSpans();
  private final EngagementSpans engagements = new EngagementSpans();

  /** Reads from a view. */
  public Caseloads(LiveView view) {
    this.view = view;
  }

  /**
   * What is known of some days.
   *
   * @param viewAt position up to which the view had come
   * @param knownAt position up to which events are in the history; lower for an earlier moment
   */
  public record Answer(long viewAt, long knownAt, History history) {}

  /**
   * What is known of the days from one to another, both included.
   *
   * @param asOf as it was known at that moment; empty for all that is known now
   * @throws SQLException if the database does not answer
   */
  public Answer read(EffectiveDay from, EffectiveDay to, Optional<Instant> asOf)
      throws SQLException {
    var answer =
        view.read(
            connection -> {
              long known = asOf.isEmpty() ? EVERYTHING : moments.positionAt(connection, asOf.get());
              return new Told(known, history(connection, from, to, known));
            });
    long known = Math.min(answer.position(), answer.value().position());
    return new Answer(answer.position(), known, answer.value().history());
  }

  private record Told(long position, History history) {}

  private History history(Connection connection, EffectiveDay from, EffectiveDay to, long position)
      throws SQLException {
    return new History(
        cases.active(connection, from, to, position),
        engagements.begunBy(connection, to, position),
        directory.territories(connection, position),
        directory.teams(connection, position),
        directory.programmes(connection, position));
  }
}
