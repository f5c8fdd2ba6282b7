package org.jalon.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds events of the final log that match a condition, by tag and type. */
final class Matches {

  /** No position. */
  static final long NONE = Long.MAX_VALUE;

  private static final int FEW = 16;
  private static final Longs NOWHERE = new Longs();

  private final StandingLog log;
  private final Map<Integer, Longs> byTag = new HashMap<>();
  private final Map<Integer, Longs> byType = new HashMap<>();

  Matches(StandingLog log) {
    this.log = log;
  }

  void add(long position, Event event) {
    byType.computeIfAbsent(event.type(), _ -> new Longs()).add(position);
    for (Integer tag : event.tags()) {
      byTag.computeIfAbsent(tag, _ -> new Longs()).add(position);
    }
  }

  /** The first match after a position and up to another, or {@link #NONE}. */
  long first(List<Criterion> criteria, long after, long upTo) {
    long bound = Math.min(upTo, log.last());
    if (bound - after <= FEW) {
      return scan(criteria, after, bound);
    }
    long best = NONE;
    for (Criterion one : criteria) {
      best = Math.min(best, first(one, after, Math.min(bound, best)));
    }
    return best;
  }

  private long scan(List<Criterion> criteria, long after, long upTo) {
    for (long position = after + 1; position <= upTo; position++) {
      if (Criterion.anyOf(criteria, log.event(position))) {
        return position;
      }
    }
    return NONE;
  }

  private long first(Criterion criterion, long after, long upTo) {
    if (criterion.tags().isEmpty()) {
      return firstOfTypes(criterion.types(), after, upTo);
    }
    Longs rarest = rarest(criterion.tags());
    for (int i = rarest.firstAbove(after); i < rarest.size(); i++) {
      long position = rarest.get(i);
      if (position > upTo) {
        return NONE;
      }
      if (criterion.matches(log.event(position))) {
        return position;
      }
    }
    return NONE;
  }

  private long firstOfTypes(List<Integer> types, long after, long upTo) {
    long best = types.isEmpty() ? after + 1 : NONE;
    for (Integer type : types) {
      best = Math.min(best, byType.getOrDefault(type, NOWHERE).above(after));
    }
    return best <= upTo ? best : NONE;
  }

  private Longs rarest(List<Integer> tags) {
    Longs rarest = byTag.getOrDefault(tags.getFirst(), NOWHERE);
    for (Integer tag : tags) {
      Longs other = byTag.getOrDefault(tag, NOWHERE);
      rarest = other.size() < rarest.size() ? other : rarest;
    }
    return rarest;
  }
}
