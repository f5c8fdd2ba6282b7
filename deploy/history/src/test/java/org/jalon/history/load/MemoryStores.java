package org.jalon.history.load;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jalon.history.Append;
import org.jalon.history.Criterion;
import org.jalon.history.Event;
import org.jalon.history.EventId;
import org.jalon.history.Outcome;

/** An event store in memory that keeps every promise; how to break them is left to others. */
class MemoryStores {

  record Kept(EventId id, Event event) {}

  private final List<Kept> log = new ArrayList<>();

  /** A client's own. */
  Store store() {
    return new View();
  }

  /** What stands in the end. */
  synchronized List<Kept> standing() {
    return List.copyOf(log);
  }

  /** Appends under one lock; overridden by those who break something. */
  synchronized Outcome append(Append append) {
    return conflicts(append) ? new Outcome.Rejected() : new Outcome.Acknowledged(add(append));
  }

  /** Whether something after the marker matches. */
  synchronized boolean conflicts(Append append) {
    return append.conditional()
        && log.subList((int) Math.min(append.marker(), log.size()), log.size()).stream()
            .anyMatch(kept -> Criterion.anyOf(append.criteria(), kept.event()));
  }

  /** Appends in any case. */
  synchronized long add(Append append) {
    for (int i = 0; i < append.events().size(); i++) {
      log.add(new Kept(new EventId(append.request(), i), append.events().get(i)));
    }
    return log.size();
  }

  /** Up to where readers are told. */
  synchronized long head() {
    return log.size();
  }

  /** Takes the end away, as a crash may. */
  synchronized void cut(long head) {
    log.subList((int) head, log.size()).clear();
  }

  /** Whether readers are given the position now. */
  boolean visible(long position) {
    return position > 0;
  }

  private synchronized Kept at(long position) {
    return log.get((int) position - 1);
  }

  private synchronized void forEachVisible(long after, long upTo, LongConsumer taker) {
    for (long position = after + 1; position <= Math.min(upTo, log.size()); position++) {
      if (visible(position)) {
        taker.accept(position);
      }
    }
  }

  private final class View implements Store {

    @Override
    public Outcome append(Append append) {
      return MemoryStores.this.append(append);
    }

    @Override
    public Slice source(List<Criterion> criteria, long after) {
      synchronized (MemoryStores.this) {
        long marker = head();
        List<Long> found = new ArrayList<>();
        forEachVisible(
            after,
            marker,
            position -> {
              if (Criterion.anyOf(criteria, at(position).event())) {
                found.add(position);
              }
            });
        long ids = found.stream().mapToLong(position -> at(position).id().hash()).sum();
        return new Slice(marker, found.stream().mapToLong(Long::longValue).toArray(), ids);
      }
    }

    @Override
    public List<Seen> read(long after, int most) {
      Thread.yield();
      synchronized (MemoryStores.this) {
        List<Seen> seen = new ArrayList<>();
        forEachVisible(
            after,
            Math.min(head(), after + most),
            position -> seen.add(new Seen(position, at(position).id())));
        return seen;
      }
    }

    @Override
    public String node() {
      return "memory";
    }
  }
}
