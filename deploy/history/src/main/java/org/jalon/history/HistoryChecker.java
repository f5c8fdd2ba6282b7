package org.jalon.history;

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
  private final Rejections rejections;
  private final Longs sentAt = new Longs(1024);
  private final Longs sentFirst = new Longs(1024);
  private final Longs sourcedAt = new Longs(1024);
  private final Longs sourcedTo = new Longs(1024);
  private final List<Claim> ends = new java.util.ArrayList<>();
  private long acknowledged;
  private long rejected;
  private long failed;
  private long unknown;
  private long unknownStanding;

  public HistoryChecker(StandingLog log, Findings findings) {
    this.log = log;
    this.findings = findings;
    rejections = new Rejections(log);
  }

  /** An append and its answer. */
  public void append(Answered answered) {
    Append append = answered.append();
    OptionalLong first = log.claim(append.request());
    judgeOutcome(answered, first);
    if (first.isPresent()) {
      judgeStanding(answered, first.getAsLong());
    } else {
      rejections.falls(answered);
    }
  }

  private void judgeOutcome(Answered answered, OptionalLong first) {
    Append append = answered.append();
    String name = Long.toHexString(append.request());
    switch (answered.outcome()) {
      case Outcome.Acknowledged(long last) -> {
        acknowledged++;
        realTime.known(answered.returnedAt(), last);
        if (first.isEmpty()) {
          findings.add(Finding.LOST, "%s was acknowledged up to %d and is not there", name, last);
        } else if (first.getAsLong() + append.events().size() - 1 != last) {
          findings.add(
              Finding.MISPLACED,
              "%s was acknowledged up to %d and stands from %d",
              name,
              last,
              first.getAsLong());
        }
      }
      case Outcome.Rejected() -> {
        rejected++;
        first.ifPresent(
            at -> findings.add(Finding.REJECTED_YET_STANDS, "%s stands at %d", name, at));
      }
      case Outcome.Failed(String reason) -> {
        failed++;
        first.ifPresent(
            at -> findings.add(Finding.FAILED_YET_STANDS, "%s stands at %d: %s", name, at, reason));
      }
      case Outcome.Unknown _ -> {
        unknown++;
        unknownStanding += first.isPresent() ? 1 : 0;
      }
      case Outcome.Unanswered() -> findings.add(Finding.UNANSWERED, "%s", name);
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
    sentAt.add(answered.invokedAt());
    sentFirst.add(first);
    rejections.stands(answered, first);
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
    return new Tally(
        acknowledged,
        rejected,
        failed,
        unknown,
        unknownStanding,
        rejections.judge(findings),
        sourcedAt.size(),
        log.last());
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
