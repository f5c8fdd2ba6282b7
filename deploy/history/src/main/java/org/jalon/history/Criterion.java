package org.jalon.history;

import java.util.List;

/** Matches events of one of the types that have all the tags; none of either restricts nothing. */
public record Criterion(List<Integer> types, List<Integer> tags) {

  public boolean matches(Event event) {
    return (types.isEmpty() || types.contains(event.type())) && event.tags().containsAll(tags);
  }

  /** Whether any of the criteria matches. */
  public static boolean anyOf(List<Criterion> criteria, Event event) {
    for (Criterion one : criteria) {
      if (one.matches(event)) {
        return true;
      }
    }
    return false;
  }
}
