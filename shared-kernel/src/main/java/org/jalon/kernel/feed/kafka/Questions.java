package org.jalon.kernel.feed.kafka;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.jalon.kernel.feed.FeedUnavailable;
import org.jspecify.annotations.Nullable;

/** Asks a topic about itself, one question at a time, over a consumer kept for it. */
final class Questions implements AutoCloseable {

  private static final Duration TURN = Duration.ofSeconds(10);

  private final KafkaAccess access;
  private final ReentrantLock turn = new ReentrantLock();
  private @Nullable Consumer<byte[], byte[]> consumer;

  Questions(KafkaAccess access) {
    this.access = access;
  }

  /**
   * @throws FeedUnavailable if the brokers cannot be asked now
   */
  <T> T answer(Function<Consumer<byte[], byte[]>, T> question) {
    takeTurn();
    try {
      Consumer<byte[], byte[]> kept = consumer;
      Consumer<byte[], byte[]> asked = kept == null ? access.consumer() : kept;
      consumer = asked;
      return question.apply(asked);
    } catch (KafkaException e) {
      drop();
      throw new FeedUnavailable("the brokers cannot be asked: " + e.getMessage(), e);
    } finally {
      turn.unlock();
    }
  }

  private void takeTurn() {
    try {
      if (!turn.tryLock(TURN.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new FeedUnavailable("others have been asking the brokers for " + TURN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FeedUnavailable("interrupted before the brokers could be asked", e);
    }
  }

  private void drop() {
    Consumer<byte[], byte[]> kept = consumer;
    consumer = null;
    if (kept != null) {
      KafkaAccess.close(kept);
    }
  }

  /** Within 11 seconds. */
  @Override
  public void close() {
    takeTurn();
    try {
      drop();
    } finally {
      turn.unlock();
    }
  }
}
