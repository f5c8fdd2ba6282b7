package org.jalon.workload.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.event.CaseloadAboveCeiling;
import org.jalon.kernel.feed.LiveView;
import org.jalon.workload.caseload.Alerts;
import org.jalon.workload.caseload.Entry;
import org.jalon.workload.caseload.Figures;
import org.jalon.workload.caseload.History;
import org.jalon.workload.caseload.Sums;
import org.jalon.workload.caseload.Surroundings;
import org.jalon.workload.span.CaseStanding;
import org.jalon.workload.span.Dated;
import org.jalon.workload.span.Known;

/** Reads what is known of the caseload, each time in one snapshot of the view. */
public final class Caseloads {

  /** Beyond every position, and still before the end of what is known. */
  private static final long EVERYTHING = Known.STILL - 1;

  private final LiveView view;
  private final Moments moments = new Moments();
  private final Directories directories = new Directories();
  private final CaseSpans cases = new CaseSpans();
  private final CaseloadChanges changes = new CaseloadChanges();
  private final EngagementSpans engagements = new EngagementSpans();

  /** Reads from a view. */
  public Caseloads(LiveView view) {
    this.view = view;
  }

  /**
   * What is known.
   *
   * @param viewAt position up to which the view had come
   * @param knownAt position up to which events are in it; lower for an earlier moment
   */
  public record Answer<T>(long viewAt, long knownAt, T known) {}

  /** What is told of one position. */
  @FunctionalInterface
  private interface Question<T> {
    T ask(Connection connection, long position) throws SQLException;
  }

  /**
   * The figures of the days from one to another, both included, from month-ends and changes.
   *
   * @param asOf as they were known at that moment; empty for all that is known now
   * @throws SQLException if the database does not answer
   */
  public Answer<Figures> figures(EffectiveDay from, EffectiveDay to, Optional<Instant> asOf)
      throws SQLException {
    return ask(asOf, (connection, position) -> figures(connection, from, to, position));
  }

  /**
   * The cases behind the figures of a day, from their spans.
   *
   * @param asOf as they were known at that moment; empty for all that is known now
   * @throws SQLException if the database does not answer
   */
  public Answer<History> history(EffectiveDay on, Optional<Instant> asOf) throws SQLException {
    return ask(
        asOf,
        (connection, position) ->
            new History(
                cases.active(connection, on, on, position), around(connection, on, position)));
  }

  /**
   * What alerts of a day rest on.
   *
   * @param asOf as it was known at that moment; empty for all that is known now
   * @throws SQLException if the database does not answer
   */
  public Answer<Alerts> alerts(EffectiveDay on, Optional<Instant> asOf) throws SQLException {
    return ask(asOf, (connection, position) -> alerts(connection, on, position));
  }

  private <T> Answer<T> ask(Optional<Instant> asOf, Question<T> question) throws SQLException {
    var answer =
        view.read(
            connection -> {
              long known = asOf.isEmpty() ? EVERYTHING : moments.positionAt(connection, asOf.get());
              return new Told<>(known, question.ask(connection, known));
            });
    long known = Math.min(answer.position(), answer.value().position());
    return new Answer<>(answer.position(), known, answer.value().known());
  }

  private record Told<T>(long position, T known) {}

  private Figures figures(Connection connection, EffectiveDay from, EffectiveDay to, long position)
      throws SQLException {
    Surroundings around = around(connection, to, position);
    var sums =
        new Sums(
            changes.active(connection, from, position),
            changes.active(connection, from, to, position));
    Set<ProfessionalId> left = around.notAlwaysInPost(sums.referents(), from, to);
    List<Dated<CaseStanding>> orphans =
        left.isEmpty() ? List.of() : cases.active(connection, left, from, to, position);
    return new Figures(sums, orphans, around);
  }

  private Alerts alerts(Connection connection, EffectiveDay on, long position) throws SQLException {
    Surroundings around = around(connection, on, position);
    List<Entry<CaseloadAboveCeiling>> raised = directories.alerts(connection, position);
    Set<ProfessionalId> above = around.aboveCeiling(changes.loads(connection, on, position), on);
    return new Alerts(raised, changes.loads(connection, on, position, above), around);
  }

  private Surroundings around(Connection connection, EffectiveDay to, long position)
      throws SQLException {
    return directories.surroundings(
        connection, engagements.begunBy(connection, to, position), position);
  }
}
