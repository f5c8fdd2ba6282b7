package org.jalon.command.ledger;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Ascending positions that grow at the end and go from either side. */
final class Positions {

  private long[] ring = new long[4];
  private int start;
  private int size;

  void add(long position) {
    if (size == ring.length) {
      long[] wider = Arrays.copyOf(ring, size * 2);
      for (int i = 0; i < size; i++) {
        wider[i] = get(i);
      }
      ring = wider;
      start = 0;
    }
    ring[(start + size++) % ring.length] = position;
  }

  long get(int index) {
    return ring[(start + index) % ring.length];
  }

  int size() {
    return size;
  }

  /** Itself without its first position; null when none is left. */
  @Nullable Positions withoutFirst() {
    start = (start + 1) % ring.length;
    return withoutLast();
  }

  /** Itself without its last position; null when none is left. */
  @Nullable Positions withoutLast() {
    size--;
    return size == 0 ? null : this;
  }
}
