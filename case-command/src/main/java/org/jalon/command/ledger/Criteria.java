package org.jalon.command.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Many criteria, any of which admits an event; an event is held against those it can fit only. */
final class Criteria {

  private final Map<EventTag, List<Criterion>> byTag = new HashMap<>();
  private final List<Criterion> untagged = new ArrayList<>();

  Criteria(Collection<Criterion> anyOf) {
    for (Criterion one : anyOf) {
      one.tags().stream()
          .findFirst()
          .map(tag -> byTag.computeIfAbsent(tag, _ -> new ArrayList<>()))
          .orElse(untagged)
          .add(one);
    }
  }

  /** Decides by the texts, as {@link Criterion#matches}. */
  boolean match(String type, Collection<EventTag> tags) {
    for (EventTag tag : tags) {
      if (anyOf(byTag.getOrDefault(tag, List.of()), type, tags)) {
        return true;
      }
    }
    return anyOf(untagged, type, tags);
  }

  private static boolean anyOf(List<Criterion> criteria, String type, Collection<EventTag> tags) {
    for (Criterion one : criteria) {
      if (one.matches(type, tags)) {
        return true;
      }
    }
    return false;
  }
}
