package org.jalon.workload.store;

import java.util.HashSet;
import java.util.List;
import org.jalon.workload.span.Known;

/**
 * What a batch does to the spans of a subject.
 *
 * @param superseded rows that are there and get their end
 * @param added rows that were not there
 */
record SpanChange<V>(List<Known<V>> superseded, List<Known<V>> added) {

  static <V> SpanChange<V> between(List<Known<V>> before, List<Known<V>> after) {
    var untouched = new HashSet<>(before);
    var rows = new HashSet<>(before.stream().map(SpanChange::key).toList());
    List<Known<V>> touched = after.stream().filter(known -> !untouched.contains(known)).toList();
    return new SpanChange<>(
        touched.stream().filter(known -> rows.contains(key(known))).toList(),
        touched.stream().filter(known -> !rows.contains(key(known))).toList());
  }

  private static <V> Known<V> key(Known<V> known) {
    return new Known<>(known.span(), known.from(), Known.STILL);
  }
}
