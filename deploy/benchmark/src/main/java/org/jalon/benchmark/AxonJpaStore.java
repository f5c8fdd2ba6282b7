package org.jalon.benchmark;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * Axon's JPA engine, which takes one tag per event, its aggregate: each request is conditional on
 * the aggregate being where the caller left it.
 */
record AxonJpaStore(AxonJpa jpa) implements Store {

  private static final MessageType TYPE = new MessageType("SomethingHappened", "1");
  private static final byte[] PAYLOAD = new byte[Subjects.PAYLOAD_BYTES];
  private static final int PATIENCE_SECONDS = 30;

  @Override
  public String engine() {
    return "axon-jpa";
  }

  @Override
  public Shape shape(Shape asked) {
    return new Shape(asked.callers(), asked.events(), 1);
  }

  @Override
  public Sample run(Shape shape, Spell spell) throws Exception {
    try {
      return Callers.run(shape.callers(), spell, _ -> new Appending(jpa.engine(), shape.events()));
    } finally {
      jpa.rest();
    }
  }

  private static final class Appending implements Callers.Request {

    private final EventStorageEngine engine;
    private final int events;
    private final Subjects subjects = new Subjects(1);
    private ConsistencyMarker marker = ConsistencyMarker.ORIGIN;

    Appending(EventStorageEngine engine, int events) {
      this.engine = engine;
      this.events = events;
    }

    @Override
    public void run() throws Exception {
      if (subjects.next()) {
        marker = ConsistencyMarker.ORIGIN;
      }
      var aggregate = new Tag("subject", subjects.subject());
      var condition =
          AppendCondition.withCriteria(EventCriteria.havingTags(aggregate)).withMarker(marker);
      List<TaggedEventMessage<?>> all = new ArrayList<>(events);
      for (int i = 0; i < events; i++) {
        String id = UuidCreator.getTimeOrderedEpoch().toString();
        all.add(
            new GenericTaggedEventMessage<>(
                new GenericEventMessage(id, TYPE, PAYLOAD, Map.of(), Instant.EPOCH),
                Set.of(aggregate)));
      }
      marker = committed(engine.appendEvents(condition, null, all).get());
    }

    private static <R> ConsistencyMarker committed(AppendTransaction<R> append) throws Exception {
      return append
          .commit(null)
          .thenCompose(result -> append.afterCommit(result, null))
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }
}
