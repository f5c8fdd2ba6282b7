package org.jalon.history.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageStream.Entry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.jalon.command.ledger.Ledger;
import org.jalon.command.ledger.PostgresEventStorageEngine;
import org.jalon.command.ledger.StoredEvent;
import org.jalon.history.load.Notebook;

/** Follows a ledger through Axon's stream, a new one from the last token whenever one fails. */
final class StreamFollower implements Runnable {

  private static final Duration MOMENT = Duration.ofMillis(200);

  private final Ledger ledger;
  private final Notebook notebook;
  private final AtomicBoolean stop;
  private volatile long last;

  StreamFollower(Ledger ledger, Notebook notebook, long after, AtomicBoolean stop) {
    this.ledger = ledger;
    this.notebook = notebook;
    this.stop = stop;
    last = after;
    notebook.begins(after);
  }

  @Override
  public void run() {
    try {
      while (!stop.get()) {
        follow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow() throws InterruptedException {
    MessageStream<EventMessage> stream =
        ledger.engine().stream(
            StreamingCondition.startingFrom(new GlobalSequenceTrackingToken(last)), null);
    Semaphore more = new Semaphore(0);
    stream.setCallback(more::release);
    while (!stop.get() && stream.error().isEmpty() && !stream.isCompleted()) {
      for (var next = stream.next(); next.isPresent(); next = stream.next()) {
        saw(next);
      }
      if (more.tryAcquire(MOMENT.toMillis(), TimeUnit.MILLISECONDS)) {
        more.drainPermits();
      }
    }
    stream.close();
  }

  private void saw(Optional<? extends Entry<EventMessage>> next) {
    StoredEvent stored = next.orElseThrow().getResource(PostgresEventStorageEngine.STORED);
    if (stored != null) {
      notebook.saw(0, List.of(LedgerStore.seen(stored)));
      last = stored.position();
    }
  }

  /** The last position it was given. */
  long last() {
    return last;
  }
}
