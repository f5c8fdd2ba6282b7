package org.jalon.command.ledger;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The most recent positions by tag and type, so that a condition is checked without the database.
 * Used by the writer alone; only {@link #floor} is for other threads.
 */
final class Window {

  private record Seen(long[] tags, long type) {}

  private final Seen[] events;
  private final Map<Long, Positions> byTag = new HashMap<>();
  private final Map<Long, Positions> byType = new HashMap<>();
  private volatile long floor;
  private long last;

  /**
   * @param capacity most events it remembers
   */
  Window(int capacity) {
    events = new Seen[capacity];
  }

  /** It knows every event after this position. */
  long floor() {
    return floor;
  }

  /** Forgets everything; what comes next follows this position. */
  void reset(long position) {
    byTag.clear();
    byType.clear();
    floor = position;
    last = position;
  }

  /** Remembers the event at the next position, and forgets the oldest when full. */
  void add(long[] tags, long type) {
    if (last - floor == events.length) {
      forgetFirst();
    }
    last++;
    events[slot(last)] = new Seen(tags, type);
    for (long tag : tags) {
      byTag.computeIfAbsent(tag, _ -> new Positions()).add(last);
    }
    byType.computeIfAbsent(type, _ -> new Positions()).add(last);
  }

  /** Forgets what was added after this position. */
  void truncate(long position) {
    if (position < floor) {
      reset(position);
      return;
    }
    while (last > position) {
      Seen seen = events[slot(last)];
      for (long tag : seen.tags()) {
        removeLast(byTag, tag);
      }
      removeLast(byType, seen.type());
      last--;
    }
  }

  /**
   * Whether an event after the marker may match, judged by hashes.
   *
   * @param marker not before {@link #floor}
   * @param upTo events after this position do not count
   */
  boolean mayConflict(Criterion criterion, long marker, long upTo) {
    if (Math.min(last, upTo) <= marker) {
      return false;
    }
    if (criterion.tagHashes().length > 0) {
      return tagged(criterion, marker, upTo);
    }
    if (criterion.typeHashes().length > 0) {
      for (long type : criterion.typeHashes()) {
        if (lastOf(byType.get(type), upTo) > marker) {
          return true;
        }
      }
      return false;
    }
    return true;
  }

  private boolean tagged(Criterion criterion, long marker, long upTo) {
    Positions rarest = byTag.get(criterion.tagHashes()[0]);
    for (long tag : criterion.tagHashes()) {
      Positions positions = byTag.get(tag);
      if (rarest == null || positions == null || lastOf(positions, upTo) <= marker) {
        return false;
      }
      rarest = positions.size() < rarest.size() ? positions : rarest;
    }
    return rarest != null && holdsWithin(rarest, criterion, marker, upTo);
  }

  private boolean holdsWithin(Positions candidates, Criterion criterion, long marker, long upTo) {
    for (int i = candidates.size() - 1; i >= 0; i--) {
      long position = candidates.get(i);
      if (position <= marker) {
        return false;
      }
      Seen seen = events[slot(position)];
      if (position <= upTo
          && holdsAll(seen.tags(), criterion.tagHashes())
          && (criterion.typeHashes().length == 0 || holds(criterion.typeHashes(), seen.type()))) {
        return true;
      }
    }
    return false;
  }

  private void forgetFirst() {
    Seen oldest = events[slot(floor + 1)];
    for (long tag : oldest.tags()) {
      removeFirst(byTag, tag);
    }
    removeFirst(byType, oldest.type());
    floor = floor + 1;
  }

  private int slot(long position) {
    return (int) (position % events.length);
  }

  private static void removeFirst(Map<Long, Positions> index, long key) {
    index.computeIfPresent(key, (_, positions) -> positions.withoutFirst());
  }

  private static void removeLast(Map<Long, Positions> index, long key) {
    index.computeIfPresent(key, (_, positions) -> positions.withoutLast());
  }

  /** The last of them that is not after the position; -1 if there is none. */
  private static long lastOf(@Nullable Positions positions, long upTo) {
    if (positions == null) {
      return -1;
    }
    int i = positions.size() - 1;
    while (i >= 0 && positions.get(i) > upTo) {
      i--;
    }
    return i < 0 ? -1 : positions.get(i);
  }

  private static boolean holdsAll(long[] all, long[] wanted) {
    for (long one : wanted) {
      if (!holds(all, one)) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(long[] all, long wanted) {
    for (long one : all) {
      if (one == wanted) {
        return true;
      }
    }
    return false;
  }
}
