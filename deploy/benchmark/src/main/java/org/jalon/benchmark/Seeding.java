package org.jalon.benchmark;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jalon.command.decision.Draft;
import org.jalon.command.decision.Tags;
import org.jalon.kernel.Actor;
import org.jalon.kernel.wire.EventCatalog;
import org.jalon.kernel.wire.Stamp;

/** Records facts through the ledger in their stored form, without asking any rule. */
final class Seeding {

  private static final int TOGETHER = 1_000;
  private static final int UNDER_WAY = 4;

  private final EventStorageEngine engine;

  Seeding(EventStorageEngine engine) {
    this.engine = engine;
  }

  /** Returns when all are on disk. */
  void record(List<Draft> drafts) throws Exception {
    Deque<CompletableFuture<?>> underWay = new ArrayDeque<>();
    for (int from = 0; from < drafts.size(); from += TOGETHER) {
      if (underWay.size() == UNDER_WAY) {
        underWay.remove().get(1, TimeUnit.MINUTES);
      }
      underWay.add(append(drafts.subList(from, Math.min(drafts.size(), from + TOGETHER))));
    }
    for (CompletableFuture<?> left : underWay) {
      left.get(1, TimeUnit.MINUTES);
    }
  }

  private CompletableFuture<?> append(List<Draft> drafts) {
    List<TaggedEventMessage<?>> messages =
        drafts.parallelStream().<TaggedEventMessage<?>>map(Seeding::message).toList();
    return engine
        .appendEvents(AppendCondition.none(), null, messages)
        .thenCompose(append -> append.commit(null));
  }

  private static TaggedEventMessage<?> message(Draft draft) {
    var name = EventCatalog.nameOf(draft.event());
    var stamp =
        new Stamp(
            draft.commandId(),
            "Benchmark",
            "none",
            Actor.LOCAL,
            draft.effectiveOn().toString(),
            null,
            null);
    return new GenericTaggedEventMessage<>(
        new GenericEventMessage(
            UuidCreator.getTimeOrderedEpoch().toString(),
            new MessageType(name.name(), Integer.toString(name.version())),
            draft,
            stamp.toMetadata(),
            Instant.EPOCH),
        tags(draft));
  }

  private static Set<Tag> tags(Draft draft) {
    return Stream.concat(
            Tags.of(draft.event()).stream(),
            Stream.of(org.jalon.command.decision.Tag.command(draft.commandId())))
        .map(tag -> new Tag(tag.key(), tag.value()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
