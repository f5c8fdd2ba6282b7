package org.jalon.benchmark;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jalon.command.ledger.Ledger;

/**
 * A ledger through Axon's storage interface: each request is conditional on nothing new about its
 * own subject since its marker, so that it could fail.
 */
record JalonStore(Ledger ledger, String workload) implements Store {

  private static final MessageType TYPE = new MessageType("SomethingHappened", "1");
  private static final byte[] PAYLOAD = new byte[Subjects.PAYLOAD_BYTES];

  @Override
  public String engine() {
    return "jalon";
  }

  @Override
  public Sample run(Shape shape, Spell spell) throws Exception {
    long before = ledger.head().position();
    var appending = new ArrayList<Appending>();
    Sample sample =
        Callers.run(
            Thread.ofVirtual(),
            shape.callers(),
            spell,
            _ -> {
              var caller = new Appending(ledger.engine(), shape, before);
              appending.add(caller);
              return caller;
            });
    long acknowledged = appending.stream().mapToLong(one -> one.acknowledged).sum();
    long stored = ledger.head().position() - before;
    if (stored != acknowledged) {
      throw new IllegalStateException(
          "%d events were acknowledged, %d are stored".formatted(acknowledged, stored));
    }
    return sample;
  }

  private static final class Appending implements Callers.Request {

    private final EventStorageEngine engine;
    private final Shape shape;
    private final Subjects subjects;
    private ConsistencyMarker marker;
    private long acknowledged;

    Appending(EventStorageEngine engine, Shape shape, long head) {
      this.engine = engine;
      this.shape = shape;
      subjects = new Subjects(shape.tags());
      marker = new GlobalIndexConsistencyMarker(head);
    }

    @Override
    public void run() throws Exception {
      subjects.next();
      var unchanged = EventCriteria.havingTags(new Tag("subject", subjects.subject()));
      var condition = AppendCondition.withCriteria(unchanged).withMarker(marker);
      List<TaggedEventMessage<?>> events = new ArrayList<>(shape.events());
      for (int i = 0; i < shape.events(); i++) {
        events.add(event());
      }
      marker = committed(engine.appendEvents(condition, null, events).get());
      acknowledged += shape.events();
    }

    private TaggedEventMessage<?> event() {
      Set<Tag> tags =
          subjects.ofEvent().stream()
              .map(tag -> new Tag(tag[0], tag[1]))
              .collect(Collectors.toUnmodifiableSet());
      String id = UuidCreator.getTimeOrderedEpoch().toString();
      return new GenericTaggedEventMessage<>(
          new GenericEventMessage(id, TYPE, PAYLOAD, Map.of(), Instant.EPOCH), tags);
    }

    /** The ledger ends every append at its deadline. */
    private static <R> ConsistencyMarker committed(AppendTransaction<R> append) throws Exception {
      return append.commit(null).thenCompose(result -> append.afterCommit(result, null)).get();
    }
  }
}
