package org.jalon.workload.store;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Ids that come again and again in one answer, each checked and made once. */
final class Interned<T> {

  private final Map<String, T> known = new HashMap<>();
  private final Function<String, T> constructor;

  Interned(Function<String, T> constructor) {
    this.constructor = constructor;
  }

  T of(String text) {
    return known.computeIfAbsent(text, constructor);
  }

  @Nullable T ofAbsent(@Nullable String text) {
    return text == null ? null : of(text);
  }
}
