package org.jalon.command.ledger;

import java.util.Collection;
import java.util.Set;

/**
 * Matches events that have all the tags and one of the types; no tags or no types restrict nothing.
 *
 * @param types names without version
 */
record Criterion(Set<EventTag> tags, Set<String> types, long[] tagHashes, long[] typeHashes) {

  static Criterion of(Set<EventTag> tags, Set<String> types, TagHashes hashes) {
    return new Criterion(
        tags,
        types,
        hashes.tags(tags),
        types.stream().mapToLong(hashes::type).distinct().toArray());
  }

  /** Decides by the texts, so that equal hashes of different tags do no harm. */
  boolean matches(String type, Collection<EventTag> eventTags) {
    return (types.isEmpty() || types.contains(type)) && eventTags.containsAll(tags);
  }
}
