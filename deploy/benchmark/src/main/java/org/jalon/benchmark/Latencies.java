package org.jalon.benchmark;

import java.util.Arrays;

/** How long each of many requests took, by one caller after another. */
final class Latencies {

  private static final double NANOS_PER_MILLI = 1e6;

  private long[] nanos = new long[64];
  private int size;

  void add(long took) {
    if (size == nanos.length) {
      nanos = Arrays.copyOf(nanos, Math.max(64, size * 2));
    }
    nanos[size++] = took;
  }

  /** All of another's. */
  void add(Latencies other) {
    long[] all = Arrays.copyOf(nanos, Math.max(1, size + other.size));
    System.arraycopy(other.nanos, 0, all, size, other.size);
    nanos = all;
    size += other.size;
  }

  int size() {
    return size;
  }

  /** Requests per second of one caller who asks again at once. */
  double perSecond() {
    return size * 1e9 / Arrays.stream(nanos, 0, size).sum();
  }

  /**
   * The time within which a share of all requests was answered (nearest rank).
   *
   * @param share above 0, at most 1
   */
  double millis(double share) {
    if (size == 0) {
      throw new IllegalStateException("nothing was measured");
    }
    long[] sorted = Arrays.copyOf(nanos, size);
    Arrays.sort(sorted);
    return sorted[Math.max(0, (int) Math.ceil(share * size) - 1)] / NANOS_PER_MILLI;
  }
}
