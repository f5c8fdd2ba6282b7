package org.jalon.command.ledger;

import java.util.Comparator;

/**
 * Names a subject an event says something about.
 *
 * @param key the kind of subject
 * @param value which one
 */
public record EventTag(String key, String value) implements Comparable<EventTag> {

  private static final Comparator<EventTag> ORDER =
      Comparator.comparing(EventTag::key).thenComparing(EventTag::value);

  @Override
  public int compareTo(EventTag other) {
    return ORDER.compare(this, other);
  }
}
