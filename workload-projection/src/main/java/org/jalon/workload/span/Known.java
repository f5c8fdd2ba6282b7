package org.jalon.workload.span;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * A span at its positions in the ledger; a correction ends what was known, it never rewrites it.
 *
 * @param from first position at which it is known
 * @param until first position at which it is not known any more; {@link #STILL} while it is
 */
public record Known<V>(Dated<V> span, long from, long until) {

  /** The end of what is still known. */
  public static final long STILL = Long.MAX_VALUE;

  /** Whether the span is what is known at a position. */
  public boolean at(long position) {
    return from <= position && position < until;
  }

  /**
   * What is known once a subject's timeline was read anew.
   *
   * @param before everything known of the subject so far
   * @param now what holds by the new reading
   * @param position that changed the reading; after all of before
   */
  public static <V> List<Known<V>> revise(
      List<Known<V>> before, List<Dated<V>> now, long position) {
    var missing = new HashSet<>(now);
    var after = new ArrayList<Known<V>>();
    for (Known<V> known : before) {
      boolean holds = known.until != STILL || missing.remove(known.span);
      after.add(holds ? known : new Known<>(known.span, known.from, position));
    }
    now.stream()
        .filter(missing::contains)
        .map(span -> new Known<>(span, position, STILL))
        .forEach(after::add);
    return List.copyOf(after);
  }
}
