package org.jalon.command.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * Room for appends, bounded by number and bytes, and the line of those that wait for some: as many
 * again, each for a while.
 */
final class Room {

  /** Where a request has got to. */
  enum Entry {
    IN,
    IN_LINE,
    REFUSED
  }

  private record Place(AppendRequest request, long until) {}

  private static final class Held {
    private int requests;
    private long bytes;

    private void add(AppendRequest request) {
      requests++;
      bytes += request.weight();
    }

    private void remove(AppendRequest request) {
      requests--;
      bytes -= request.weight();
    }
  }

  private final LedgerOptions options;
  private final Held inside = new Held();
  private final Held outside = new Held();
  private final Deque<Place> line = new ArrayDeque<>();

  Room(LedgerOptions options) {
    this.options = options;
  }

  /** Lets it in, else into the line, else refuses it. */
  synchronized Entry enter(AppendRequest request) {
    if (line.isEmpty() && fits(inside, request)) {
      inside.add(request);
      return Entry.IN;
    }
    if (!fits(outside, request)) {
      return Entry.REFUSED;
    }
    outside.add(request);
    line.add(new Place(request, System.nanoTime() + options.roomWait().toNanos()));
    return Entry.IN_LINE;
  }

  /** Counts in what was in a moment ago, full or not. */
  synchronized void enterAgain(Collection<AppendRequest> requests) {
    requests.forEach(inside::add);
  }

  /** Counts them out; returns those that came in from the line. */
  synchronized List<AppendRequest> leave(Collection<AppendRequest> requests) {
    requests.forEach(inside::remove);
    List<AppendRequest> entered = new ArrayList<>();
    while (!line.isEmpty() && fits(inside, line.element().request())) {
      AppendRequest next = line.remove().request();
      outside.remove(next);
      inside.add(next);
      entered.add(next);
    }
    return entered;
  }

  /** Takes those out of the line that have waited long enough. */
  synchronized List<AppendRequest> leaveLate(long now) {
    List<AppendRequest> late = new ArrayList<>();
    while (!line.isEmpty() && now - line.element().until() >= 0) {
      AppendRequest next = line.remove().request();
      outside.remove(next);
      late.add(next);
    }
    return late;
  }

  /** Takes it out of the line, if it is there. */
  synchronized void leaveLine(AppendRequest request) {
    if (line.removeIf(place -> place.request() == request)) {
      outside.remove(request);
    }
  }

  /** How many are in. */
  synchronized int requests() {
    return inside.requests;
  }

  /** What a caller is told for whom there was none. */
  synchronized LedgerException.Busy full() {
    return new LedgerException.Busy(
        "%d appends wait already, %d bytes; the bounds are %d and %d; try again later"
            .formatted(
                inside.requests, inside.bytes, options.queuedRequests(), options.queuedBytes()));
  }

  private boolean fits(Held held, AppendRequest request) {
    return held.requests < options.queuedRequests()
        && (held.bytes + request.weight() <= options.queuedBytes() || held.bytes == 0);
  }
}
