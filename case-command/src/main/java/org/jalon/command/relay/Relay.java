package org.jalon.command.relay;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jalon.command.ledger.Ledger;
import org.jalon.command.ledger.LedgerException;
import org.jalon.kernel.feed.kafka.KafkaAccess;
import org.jalon.kernel.feed.kafka.RelayRecord;
import org.jalon.kernel.feed.kafka.RelayTopic;
import org.jalon.kernel.feed.kafka.TopicTail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the ledger on a thread of its own and writes every event to the ledger's topic. Passing
 * faults of brokers and database are retried with a growing pause; anything else stops it loudly.
 * Of several relays of one ledger the one that started last works; the others take over when the
 * topic stands still. Safe for many threads.
 */
public final class Relay implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
  private static final Duration STOPPING = Duration.ofSeconds(10);

  private final Ledger ledger;
  private final KafkaAccess access;
  private final RelayOptions options;
  private final Thread thread;
  private volatile RelayState state = RelayState.STARTING;
  private volatile boolean closed;

  /** A relay, not yet started. */
  public Relay(Ledger ledger, KafkaAccess access, RelayOptions options) {
    this.ledger = ledger;
    this.access = access;
    this.options = options;
    this.thread =
        Thread.ofPlatform()
            .name("relay-" + ledger.id())
            .daemon()
            .uncaughtExceptionHandler(
                (_, e) -> stop(new IllegalStateException("the relay died", e)))
            .unstarted(this::run);
  }

  /** Begins to follow. */
  public void start() {
    thread.start();
  }

  /** What it does and how far it is. */
  public RelayState state() {
    return state;
  }

  /**
   * Events recorded and not yet in the topic, as far as this relay knows.
   *
   * @throws LedgerException.Unavailable if the database cannot be asked
   */
  public long lag() {
    return Math.max(0, ledger.head().position() - state.position());
  }

  /** Ends the thread, within 10 seconds. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      if (!thread.join(STOPPING)) {
        LOG.warn("the relay of ledger {} did not stop within {}", ledger.id(), STOPPING);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    Duration pause = SHORTEST_PAUSE;
    while (!closed) {
      long before = state.position();
      try (Session session = Session.open(ledger, access, options)) {
        follow(session);
      } catch (InterruptedException | InterruptException e) {
        return;
      } catch (LedgerException | KafkaException e) {
        if (closed || Trouble.isHopeless(e)) {
          endOf(e);
          return;
        }
        pause = state.position() > before ? SHORTEST_PAUSE : longer(pause);
        if (!recover(e, pause)) {
          return;
        }
      } catch (RuntimeException e) {
        stop(e);
        return;
      }
    }
  }

  private void follow(Session session) throws InterruptedException {
    while (!closed) {
      state = RelayState.relaying(session.position());
      if (!session.step()
          && ledger.awaitBeyond(session.position(), Duration.ZERO) > session.position()) {
        // The database has lost what the ledger was told of; asking again at once would only spin.
        Thread.sleep(options.poll());
      }
    }
  }

  private boolean recover(RuntimeException cause, Duration pause) {
    try {
      if (Trouble.isDisplaced(cause)) {
        standBy();
      } else {
        LOG.warn("the relay of ledger {} waits {} after: {}", ledger.id(), pause, cause.toString());
        state = state.waiting(cause);
        Thread.sleep(pause);
      }
      return true;
    } catch (InterruptedException | InterruptException e) {
      return false;
    }
  }

  /** Another relay works; waits until the topic has stood still for a while behind the ledger. */
  private void standBy() throws InterruptedException {
    LOG.warn("the relay of ledger {} was displaced by another and stands by", ledger.id());
    boolean behind = false;
    while (!closed) {
      long before = state.position();
      state = RelayState.standingBy(position().orElse(before));
      if (behind && state.position() == before) {
        return;
      }
      behind = isBehind();
      Thread.sleep(options.takeover());
    }
  }

  private boolean isBehind() {
    try {
      return lag() > 0;
    } catch (LedgerException e) {
      return false;
    }
  }

  private Optional<Long> position() {
    try (Consumer<byte[], byte[]> consumer = access.consumer()) {
      return Optional.of(
          Standing.position(
              TopicTail.last(consumer, new RelayTopic(ledger.id()), RelayRecord.class)));
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      LOG.warn("the relay of ledger {} cannot see the topic: {}", ledger.id(), e.toString());
      return Optional.empty();
    }
  }

  private void endOf(RuntimeException trouble) {
    if (!closed) {
      stop(trouble);
    }
  }

  private void stop(RuntimeException cause) {
    LOG.error(
        "the relay of ledger {} stopped at position {}", ledger.id(), state.position(), cause);
    state = state.stopped(cause);
  }

  private Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(options.longestPause()) > 0 ? options.longestPause() : doubled;
  }
}
