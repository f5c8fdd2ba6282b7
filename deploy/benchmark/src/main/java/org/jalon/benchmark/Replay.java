package org.jalon.benchmark;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.jalon.command.ledger.Ledger;

/**
 * Reads a ledger through its engine's stream, one event after another from the first, and again
 * when it reaches the head. What is counted per second are events, what is timed a thousand of
 * them.
 */
record Replay(Ledger ledger, String workload) implements Store {

  private static final int TIMED_TOGETHER = 1_000;
  private static final int PATIENCE_SECONDS = 30;

  @Override
  public String engine() {
    return "jalon";
  }

  @Override
  public Sample run(Shape shape, Spell spell) throws Exception {
    long head = ledger.head().position();
    if (head < TIMED_TOGETHER) {
      throw new IllegalStateException("%d events are too few to be read".formatted(head));
    }
    Sample thousands =
        Callers.run(
            1,
            spell,
            _ -> {
              var reader = new Reader(head);
              return reader::thousand;
            });
    return thousands.times(TIMED_TOGETHER);
  }

  private final class Reader {

    private final long head;
    private final Semaphore more = new Semaphore(0);
    private MessageStream<EventMessage> stream;
    private long read;

    Reader(long head) {
      this.head = head;
      stream = opened();
    }

    void thousand() throws InterruptedException {
      if (read + TIMED_TOGETHER > head) {
        stream.close();
        stream = opened();
        read = 0;
      }
      for (int i = 0; i < TIMED_TOGETHER; i++) {
        next();
      }
    }

    private void next() throws InterruptedException {
      Optional<?> event = stream.next();
      while (event.isEmpty()) {
        if (stream.error().isPresent() || !more.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          throw new IllegalStateException(
              "the stream stops behind event %d: %s".formatted(read, stream.error()));
        }
        event = stream.next();
      }
      read++;
    }

    private MessageStream<EventMessage> opened() {
      var opened = ledger.engine().stream(StreamingCondition.startingFrom(null), null);
      opened.setCallback(more::release);
      return opened;
    }
  }
}
