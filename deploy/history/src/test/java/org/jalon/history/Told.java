package org.jalon.history;

import java.util.ArrayList;
import java.util.List;

/** A history in a test's words: what stands, and what somebody was told of it. */
final class Told {

  private record Stood(long position, EventId id, Event event, long recordedAt) {}

  private final List<Stood> standing = new ArrayList<>();
  private final List<Answered> answers = new ArrayList<>();
  private final List<Sourced> sourced = new ArrayList<>();

  static Event event(int type, Integer... tags) {
    return new Event(type, List.of(tags));
  }

  static List<Criterion> about(Integer... tags) {
    return List.of(new Criterion(List.of(), List.of(tags)));
  }

  /** The next position holds this. */
  Told stands(long request, int index, Event event) {
    return stands(standing.size() + 1, request, index, event);
  }

  Told stands(long position, long request, int index, Event event) {
    standing.add(new Stood(position, new EventId(request, index), event, position));
    return this;
  }

  Told recorded(long at) {
    Stood last = standing.removeLast();
    standing.add(new Stood(last.position(), last.id(), last.event(), at));
    return this;
  }

  /** A request sent at a moment and answered a moment later. */
  Told answered(long at, Append append, Outcome outcome) {
    answers.add(new Answered(append, at * 1_000_000, at * 1_000_000 + 500_000, outcome));
    return this;
  }

  Told sourced(long at, List<Criterion> criteria, long marker, long... positions) {
    long ids = 0;
    for (long position : positions) {
      ids += standing.get((int) position - 1).id().hash();
    }
    sourced.add(
        new Sourced(at * 1_000_000, at * 1_000_000 + 500_000, criteria, 0, marker, positions, ids));
    return this;
  }

  /** A checker that has been told all of it. */
  HistoryChecker checker(Findings findings) {
    StandingLog log = new StandingLog(findings);
    standing.forEach(one -> log.add(one.position(), one.id(), one.event(), one.recordedAt()));
    HistoryChecker checker = new HistoryChecker(log, findings);
    answers.forEach(checker::append);
    sourced.forEach(checker::sourced);
    return checker;
  }

  /** All that is found. */
  Findings judged() {
    Findings findings = new Findings();
    checker(findings).finish();
    return findings;
  }
}
