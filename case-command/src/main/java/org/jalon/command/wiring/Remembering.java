package org.jalon.command.wiring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.jalon.command.decision.Boundary.Criterion;
import org.jalon.command.decision.Tag;
import org.jalon.command.ledger.Ledger;
import org.jalon.command.ledger.chain.Head;
import org.jalon.kernel.timeline.Fact;

/**
 * The readings of one decision: of what earlier decisions have read only what came after is asked
 * for, at the head of the database. Every criterion is asked for all the same, so that all of them
 * guard what is appended. What answered a command is never remembered.
 */
final class Remembering {

  /** Reads what criteria admit after a position, up to the head of the database. */
  @FunctionalInterface
  interface Source {
    List<Found> after(long position, Set<Criterion> criteria);
  }

  private static final String COMMAND = "command";

  private final Source source;
  private final Ledger ledger;
  private final DecisionCache cache;
  private final Head now;
  private final Set<Head> standing = new HashSet<>();

  /**
   * @param now up to where is read; asked for before anything is, so that nothing up to it is
   *     missing
   */
  Remembering(Source source, Ledger ledger, Head now, DecisionCache cache) {
    this.source = source;
    this.ledger = ledger;
    this.now = now;
    standing.add(now);
    this.cache = cache;
  }

  /**
   * Every fact that a criterion admits up to where is read, in no order, some perhaps twice; a
   * later decision may have remembered more, and all that one rests on is to be of one moment.
   *
   * @throws AppendEventsTransactionRejectedException if what was remembered is of another history
   *     than the database has now; it is forgotten, and the decision is to be run again
   */
  List<Fact> facts(Set<Criterion> criteria) {
    Map<Criterion, Remembered> known = recalled(criteria);
    List<Found> since = known.isEmpty() ? List.of() : source.after(lowest(known), known.keySet());
    requireSameHistory(known);
    var unknown = new HashSet<>(criteria);
    unknown.removeAll(known.keySet());
    List<Found> read = unknown.isEmpty() ? List.of() : source.after(0, unknown);
    keep(known, since, unknown, read);
    List<Fact> facts = new ArrayList<>();
    known.values().forEach(remembered -> facts.addAll(remembered.facts()));
    since.forEach(found -> facts.add(found.fact()));
    read.forEach(found -> facts.add(found.fact()));
    facts.removeIf(fact -> fact.position() > now.position());
    return facts;
  }

  private Map<Criterion, Remembered> recalled(Set<Criterion> criteria) {
    var ask = new HashSet<>(criteria);
    ask.removeIf(criterion -> !mayBeKept(criterion));
    return cache.recall(ask);
  }

  /** Asked after the delta was read: whoever answered that has the history that is remembered. */
  private void requireSameHistory(Map<Criterion, Remembered> known) {
    var heads = new HashSet<Head>();
    known.values().forEach(remembered -> heads.add(remembered.upTo()));
    heads.removeAll(standing);
    if (!ledger.stand(heads)) {
      cache.forget();
      throw new AppendEventsTransactionRejectedException(
          "the ledger's history is another than that which was remembered; decide again");
    }
    standing.addAll(heads);
  }

  private void keep(
      Map<Criterion, Remembered> known,
      List<Found> since,
      Set<Criterion> unknown,
      List<Found> read) {
    Map<Criterion, Remembered> fresh = new HashMap<>();
    var sinceThen = new Shares(known.keySet(), since);
    known.forEach(
        (criterion, before) -> fresh.put(criterion, before.and(now, sinceThen.of(criterion))));
    var fromTheStart = new Shares(unknown, read);
    for (Criterion criterion : unknown) {
      if (mayBeKept(criterion)) {
        fresh.put(criterion, Remembered.of(now, fromTheStart.of(criterion)));
      }
    }
    cache.keep(fresh);
  }

  private static long lowest(Map<Criterion, Remembered> known) {
    return known.values().stream().mapToLong(one -> one.upTo().position()).min().orElse(0);
  }

  private static boolean mayBeKept(Criterion criterion) {
    return criterion.tags().stream().map(Tag::key).noneMatch(COMMAND::equals);
  }
}
