package org.jalon.history;

/**
 * What was known when: a position that somebody had been told of before another asked must lie
 * before whatever the other appends, and be in whatever the other reads.
 *
 * <p>Moments are counted in units of 1,024 ns, rounded in favour of the store.
 */
final class RealTime {

  private static final int POSITION_BITS = 28;
  private static final int UNIT_BITS = 10;

  private final Longs known = new Longs(1024);
  private final Longs highest = new Longs(1024);
  private long origin = Long.MIN_VALUE;

  /** From this moment on the position is known to somebody. */
  void known(long at, long position) {
    if (position <= 0) {
      return;
    }
    if (origin == Long.MIN_VALUE) {
      origin = at - (1L << 42);
    }
    known.add(((at - origin >> UNIT_BITS) + 1) << POSITION_BITS | position);
  }

  /** No more is added. */
  void settle() {
    known.sort();
    long most = 0;
    for (int i = 0; i < known.size(); i++) {
      most = Math.max(most, known.get(i) & ((1L << POSITION_BITS) - 1));
      highest.add(most);
    }
  }

  /** The highest position known before the moment, 0 when there is none. */
  long before(long at) {
    if (known.size() == 0) {
      return 0;
    }
    int index = known.firstAbove((at - origin >> UNIT_BITS) << POSITION_BITS) - 1;
    return index < 0 ? 0 : highest.get(index);
  }
}
