package org.jalon.history;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that was found: how often, and the first of each kind in words. */
public final class Findings {

  private static final int TOLD = 10;

  private final Map<Finding, Long> counts = new EnumMap<>(Finding.class);
  private final Map<Finding, List<String>> details = new EnumMap<>(Finding.class);

  public void add(Finding kind, String detail, Object... arguments) {
    counts.merge(kind, 1L, Long::sum);
    List<String> told = details.computeIfAbsent(kind, _ -> new ArrayList<>());
    if (told.size() < TOLD) {
      told.add(detail.formatted(arguments));
    }
  }

  public boolean none() {
    return counts.isEmpty();
  }

  public Set<Finding> kinds() {
    return counts.keySet();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(none() ? "nothing found" : "");
    counts.forEach(
        (kind, count) -> {
          text.append("%s: %d%n".formatted(kind, count));
          details.getOrDefault(kind, List.of()).forEach(one -> text.append("  " + one + "\n"));
        });
    return text.toString();
  }
}
