package org.jalon.history.load;

import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;

/** When appends were acknowledged by which node, to the millisecond. */
public final class Acknowledgements {

  private static final long MILLI = 1_000_000;

  private final NavigableMap<Long, String> firstInMilli = new TreeMap<>();

  void add(long at, String node) {
    firstInMilli.merge(
        at / MILLI, node, (one, other) -> one.contains(other) ? one : one + " " + other);
  }

  /** Milliseconds from a moment to the next acknowledgement by anybody but one node. */
  public OptionalLong nextAfter(long at, String but) {
    for (var entry : firstInMilli.tailMap(at / MILLI, false).entrySet()) {
      if (!entry.getValue().equals(but)) {
        return OptionalLong.of(entry.getKey() - at / MILLI);
      }
    }
    return OptionalLong.empty();
  }
}
