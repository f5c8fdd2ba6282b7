package org.jalon.history;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Holds a history against the log that stands in the end: first the log, then everything that
 * clients and readers were told, in any order, then {@link #finish}. Takes time that grows with the
 * history hardly faster than its length, and some 300 bytes for an append.
 */
public final class HistoryChecker {

  private record Claim(String who, long at, long position) {}

  private final StandingLog log;
  private final Findings findings;
  private final RealTime realTime = new RealTime();
  private final Outcomes outcomes;
  private final Rejections rejections;
  private final Longs sentAt = new Longs(1024);
  private final Longs sentFirst = new Longs(1024);
  private final Longs sourcedAt = new Longs(1024);
  private final Longs sourcedTo = new Longs(1024);
  private final List<Claim> ends = new ArrayList<>();

  public HistoryChecker(StandingLog log, Findings findings) {
    this.log = log;
    this.findings = findings;
    outcomes = new Outcomes(findings);
    rejections = new Rejections(log);
  }

  /** An append and its answer. */
  public void append(Answered answered) {
    Append append = answered.append();
    OptionalLong first = log.claim(append.request());
    outcomes.judge(append, answered.outcome(), first);
    if (answered.outcome() instanceof Outcome.Acknowledged(long last)) {
      realTime.known(answered.returnedAt(), last);
    }
    if (first.isPresent()) {
      judgeStanding(answered, first.getAsLong());
    } else {
      rejections.falls(answered);
    }
  }

  private void judgeStanding(Answered answered, long first) {
    Append append = answered.append();
    List<Event> events = append.events();
    for (int i = 0; i < events.size(); i++) {
      EventId id = new EventId(append.request(), i);
      if (!log.stands(first + i, id)) {
        findings.add(Finding.PARTIAL, "%s does not stand at %d", id, first + i);
      } else if (!log.event(first + i).equals(events.get(i))) {
        findings.add(
            Finding.ALTERED, "%s stands as %s: %s", id, log.event(first + i), events.get(i));
      }
    }
    if (append.conditional()) {
      judgeCondition(append, first);
    }
    sentAt.add(answered.invokedAt());
    sentFirst.add(first);
    rejections.stands(answered, first);
  }

  private void judgeCondition(Append append, long first) {
    long conflict = log.matches().first(append.criteria(), append.marker(), first - 1);
    if (conflict != Matches.NONE) {
      findings.add(
          Finding.DOUBLE_WINNER,
          "%s stands from %d with marker %d on %s, and %s stands at %d",
          Long.toHexString(append.request()),
          first,
          append.marker(),
          append.criteria(),
          log.id(conflict),
          conflict);
    }
  }

  /** What sourcing gave. */
  public void sourced(Sourced sourced) {
    sourcedAt.add(sourced.startedAt());
    sourcedTo.add(sourced.marker());
    realTime.known(sourced.endedAt(), sourced.marker());
    long ids = 0;
    long position = sourced.after();
    for (long given : sourced.positions()) {
      position = log.matches().first(sourced.criteria(), position, sourced.marker());
      if (position != given) {
        sourcedWrongly(sourced, position, given);
        return;
      }
      ids += log.id(position).hash();
    }
    long missed = log.matches().first(sourced.criteria(), position, sourced.marker());
    if (missed != Matches.NONE) {
      sourcedWrongly(sourced, missed, 0);
    } else if (ids != sourced.ids()) {
      findings.add(Finding.SOURCED_WRONG, "other events than stand there, by %s", sourced);
    } else if (sourced.marker() > log.last()) {
      findings.add(Finding.SOURCED_WRONG, "position %d does not exist", sourced.marker());
    }
  }

  private void sourcedWrongly(Sourced sourced, long expected, long given) {
    findings.add(
        Finding.SOURCED_WRONG,
        "%s after %d up to %d: next should be %s, was %s",
        sourced.criteria(),
        sourced.after(),
        sourced.marker(),
        expected == Matches.NONE ? "nothing" : expected,
        given == 0 ? "nothing" : given);
  }

  /** A reader that begins after a position. */
  public Reader reader(String name, long after) {
    return new Reader(name, after, this);
  }

  void atEnd(String reader, long askedAt, long last) {
    ends.add(new Claim(reader, askedAt, last));
  }

  /** Judges what only all together can tell. */
  public Tally finish() {
    realTime.settle();
    for (int i = 0; i < sentAt.size(); i++) {
      late(Finding.ORDER, "an append", sentAt.get(i), sentFirst.get(i) - 1);
    }
    for (int i = 0; i < sourcedAt.size(); i++) {
      late(Finding.SOURCED_STALE, "sourcing", sourcedAt.get(i), sourcedTo.get(i));
    }
    ends.forEach(end -> late(Finding.READER_BEHIND, end.who(), end.at(), end.position()));
    log.unclaimed()
        .forEach(
            (request, first) ->
                findings.add(Finding.NEVER_SENT, "%s at %d", Long.toHexString(request), first));
    return outcomes.tally(rejections.judge(findings), sourcedAt.size(), log.last());
  }

  private void late(Finding kind, String who, long at, long reached) {
    long known = realTime.before(at);
    if (known > reached) {
      findings.add(kind, "%s at %d reached %d, and %d was known before", who, at, reached, known);
    }
  }

  StandingLog log() {
    return log;
  }

  Findings findings() {
    return findings;
  }
}
