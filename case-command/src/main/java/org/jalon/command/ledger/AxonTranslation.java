package org.jalon.command.ledger;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;

/** Between Axon's words and the ledger's. */
record AxonTranslation(PayloadFormat format, TagHashes hashes) {

  private static final Criterion EVERYTHING =
      new Criterion(Set.of(), Set.of(), new long[0], new long[0]);

  /**
   * @throws IllegalArgumentException if the event cannot be stored
   */
  StagedEvent staged(TaggedEventMessage<?> tagged) {
    EventMessage event = tagged.event();
    return StagedEvent.of(
        id(event),
        event.type().qualifiedName().fullName(),
        event.type().version(),
        tags(tagged.tags()),
        event.metadata(),
        format.write(event),
        hashes);
  }

  EventMessage message(StoredEvent event) {
    return format.read(event);
  }

  List<Criterion> criteria(EventCriteria criteria) {
    List<Criterion> anyOf =
        criteria.flatten().stream()
            .map(
                one ->
                    Criterion.of(
                        tags(one.tags()),
                        one.types().stream()
                            .map(QualifiedName::fullName)
                            .collect(Collectors.toUnmodifiableSet()),
                        hashes))
            .toList();
    return anyOf.isEmpty() ? List.of(EVERYTHING) : anyOf;
  }

  private static Set<EventTag> tags(Set<Tag> tags) {
    EventTag[] own = new EventTag[tags.size()];
    int at = 0;
    for (Tag tag : tags) {
      own[at++] = new EventTag(tag.key(), tag.value());
    }
    return Set.of(own);
  }

  private static UUID id(EventMessage event) {
    try {
      return UUID.fromString(event.identifier());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "event identifier '%s' is not a UUID; give %s one"
              .formatted(event.identifier(), event.type()),
          e);
    }
  }
}
