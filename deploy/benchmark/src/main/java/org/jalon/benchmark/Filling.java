package org.jalon.benchmark;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jalon.command.ledger.Ledger;

/** Many events of two tags appended by the engine itself, in large requests; says how far it is. */
record Filling(Ledger ledger, long events) {

  private static final int TOGETHER = 1_000;
  private static final int UNDER_WAY = 6;
  private static final int REPORT_EACH = 200_000;
  private static final int PATIENCE_SECONDS = 120;
  private static final MessageType TYPE = new MessageType("SomethingHappened", "1");

  /** Returns when all are on disk. */
  void fill() throws Exception {
    long start = System.nanoTime();
    Deque<CompletableFuture<?>> underWay = new ArrayDeque<>();
    var subjects = new Subjects(2);
    for (long done = 0; done < events; done += TOGETHER) {
      if (underWay.size() == UNDER_WAY) {
        underWay.remove().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
      underWay.add(append(subjects, (int) Math.min(TOGETHER, events - done)));
      if (done % REPORT_EACH == 0) {
        tell(done, (System.nanoTime() - start) / 1e9);
      }
    }
    for (CompletableFuture<?> left : underWay) {
      left.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
    tell(events, (System.nanoTime() - start) / 1e9);
  }

  private void tell(long done, double seconds) {
    double perSecond = done / Math.max(seconds, 1e-3);
    Progress.say(
        "stored %d of %d events, %.0f/s, %.0f s left"
            .formatted(done, events, perSecond, done == 0 ? 0 : (events - done) / perSecond));
  }

  private CompletableFuture<?> append(Subjects subjects, int number) {
    List<TaggedEventMessage<?>> messages = new ArrayList<>(number);
    for (int i = 0; i < number; i++) {
      subjects.next();
      Set<Tag> tags =
          subjects.ofEvent().stream()
              .map(tag -> new Tag(tag[0], tag[1]))
              .collect(Collectors.toUnmodifiableSet());
      String id = UuidCreator.getTimeOrderedEpoch().toString();
      messages.add(
          new GenericTaggedEventMessage<>(
              new GenericEventMessage(
                  id, TYPE, new byte[Subjects.PAYLOAD_BYTES], Map.of(), Instant.EPOCH),
              tags));
    }
    return ledger
        .engine()
        .appendEvents(AppendCondition.none(), null, messages)
        .thenCompose(append -> append.commit(null));
  }
}
