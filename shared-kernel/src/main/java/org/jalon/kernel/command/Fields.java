package org.jalon.kernel.command;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * New values for fields of a recorded entry, as they were sent.
 *
 * @param values by field name; null takes a value away
 */
public record Fields(Map<String, @Nullable Object> values) {

  /** Nothing changes. */
  public static final Fields NONE = new Fields(Map.of());

  /** Keeps a copy. */
  public Fields {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Says nothing of the content: texts never reach a log. */
  @java.lang.Override
  public String toString() {
    return "Fields" + values.keySet();
  }
}
