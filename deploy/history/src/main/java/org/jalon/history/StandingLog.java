package org.jalon.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** All events that stand in the end, by position. */
public final class StandingLog {

  private static final Event NONE = new Event(-1, List.of());
  private static final int MOST_MISSING = 100_000;

  private final Findings findings;
  private final Longs requests = new Longs(1024);
  private final List<Integer> indexes = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private final Map<Event, Event> shared = new HashMap<>();
  private final Map<Long, Long> firstOf = new HashMap<>();
  private final Matches matches = new Matches(this);
  private long recordedAt = Long.MIN_VALUE;

  public StandingLog(Findings findings) {
    this.findings = findings;
  }

  /**
   * Adds the next event.
   *
   * @param recorded when, in any unit
   */
  public void add(long position, EventId id, Event event, long recorded) {
    if (position <= last()) {
      findings.add(
          Finding.LOG_OUT_OF_ORDER, "position %d follows %d in the final log", position, last());
      return;
    }
    if (position > last() + 1) {
      findings.add(Finding.GAP, "positions %d to %d are missing", last() + 1, position - 1);
      pad(position);
    }
    if (recorded < recordedAt) {
      findings.add(Finding.TIME_WENT_BACK, "position %d was recorded before %d", position, last());
    }
    recordedAt = Math.max(recordedAt, recorded);
    place(position, id);
    append(id, shared.computeIfAbsent(event, one -> one));
    matches.add(position, event);
  }

  private void pad(long position) {
    if (position - last() > MOST_MISSING) {
      throw new IllegalStateException(
          "%d positions are missing before %d: too many to go on"
              .formatted(position - last() - 1, position));
    }
    while (last() + 1 < position) {
      append(new EventId(0, -1), NONE);
    }
  }

  private void append(EventId id, Event event) {
    requests.add(id.request());
    indexes.add(id.index());
    events.add(event);
  }

  private void place(long position, EventId id) {
    Long first = firstOf.putIfAbsent(id.request(), position - id.index());
    if (first == null || first + id.index() == position) {
      return;
    }
    boolean again = first + id.index() <= last() && stands(first + id.index(), id);
    findings.add(
        again ? Finding.DUPLICATE : Finding.SCATTERED,
        again ? "event %s stands at %d and again at %d" : "event %s belongs at %d, stands at %d",
        id,
        first + id.index(),
        position);
  }

  /** The highest position, 0 when there is none. */
  public long last() {
    return events.size();
  }

  boolean stands(long position, EventId id) {
    int at = Math.toIntExact(position - 1);
    return at >= 0
        && at < events.size()
        && requests.get(at) == id.request()
        && indexes.get(at) == id.index();
  }

  EventId id(long position) {
    int at = Math.toIntExact(position - 1);
    return new EventId(requests.get(at), indexes.get(at));
  }

  Event event(long position) {
    return events.get(Math.toIntExact(position - 1));
  }

  /** Where the request's events begin; each request may ask once. */
  OptionalLong claim(long request) {
    Long first = firstOf.remove(request);
    return first == null ? OptionalLong.empty() : OptionalLong.of(first);
  }

  /** Requests that stand and that nobody has claimed, with their first positions. */
  Map<Long, Long> unclaimed() {
    return firstOf;
  }

  Matches matches() {
    return matches;
  }
}
