package org.jalon.workload.span;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jalon.kernel.EffectiveDay;
import org.jspecify.annotations.Nullable;

/** Collects what holds from when, told in the order of days; what held on no day leaves no span. */
final class Spans<K, V> {

  private record Since<V>(V value, EffectiveDay day) {}

  private final Map<K, Since<V>> current = new LinkedHashMap<>();
  private final List<Dated<V>> ended = new ArrayList<>();

  /** From that day on this holds for the key; null: nothing does. */
  void from(EffectiveDay day, K key, @Nullable V value) {
    Since<V> since = current.get(key);
    if (since != null && since.value.equals(value)) {
      return;
    }
    current.remove(key);
    end(since, day);
    if (value != null) {
      current.put(key, new Since<>(value, day));
    }
  }

  @Nullable V now(K key) {
    Since<V> since = current.get(key);
    return since == null ? null : since.value;
  }

  /** What holds now, for whatever key. */
  List<V> now() {
    return current.values().stream().map(Since::value).toList();
  }

  /** All spans, the last ones open. */
  List<Dated<V>> toList() {
    var all = new ArrayList<>(ended);
    current.values().forEach(since -> all.add(new Dated<>(since.value, since.day, Dated.OPEN)));
    return List.copyOf(all);
  }

  private void end(@Nullable Since<V> since, EffectiveDay day) {
    if (since != null && since.day.isBefore(day)) {
      ended.add(new Dated<>(since.value, since.day, day));
    }
  }
}
