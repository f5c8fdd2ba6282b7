package org.jalon.kernel.feed.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.feed.EventFeed;
import org.jalon.kernel.feed.FeedUnavailable;
import org.jalon.kernel.feed.Recorded;
import org.jalon.kernel.wire.UnknownEvent;

/**
 * The feed of readers in other processes: all partitions of the ledger's topic, merged into one
 * order. Its head is that of the topic: how far all partitions are whole. Up to four readers go on
 * side by side without looking for their place; each keeps up to about 8 MiB of every partition.
 * Brokers that do not answer may make any call take 10 s longer than asked for.
 *
 * <p>{@link #after} and {@link #chainHashAt} throw {@link BrokenTopic} if the topic lacks what it
 * should hold.
 */
public final class KafkaEventFeed implements EventFeed, AutoCloseable {

  private final RelayTopic topic;
  private final KafkaAccess access;
  private final Questions questions;
  private final Cursors cursors;
  private final Decoding decoding;

  /** A feed of one ledger; asks nothing before it is asked. */
  public KafkaEventFeed(LedgerId ledger, KafkaAccess access) {
    this.topic = new RelayTopic(ledger);
    this.access = access;
    this.questions = new Questions(access);
    this.cursors = new Cursors(this::open);
    this.decoding = new Decoding(ledger);
  }

  @Override
  public LedgerId ledger() {
    return topic.ledger();
  }

  @Override
  public List<Recorded> after(long position, int most, Duration patience)
      throws InterruptedException {
    if (position < 0 || most < 1) {
      throw new IllegalArgumentException(
          "cannot read %d events after %d; after is 0 or more, most 1 or more"
              .formatted(most, position));
    }
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted before reading");
    }
    long end = System.nanoTime() + patience.toNanos();
    try {
      Cursor cursor = cursors.take(position, end);
      return cursor == null ? List.of() : next(cursor, most, end);
    } catch (InterruptException e) {
      Thread.interrupted();
      throw interrupted(e);
    } catch (KafkaException e) {
      throw new FeedUnavailable("%s cannot be read: %s".formatted(topic.name(), e.getMessage()), e);
    }
  }

  private List<Recorded> next(Cursor cursor, int most, long end) {
    boolean goesOn = false;
    try {
      List<Recorded> page = cursor.next(most, end);
      goesOn = true;
      return page;
    } catch (UnknownEvent e) {
      goesOn = true;
      throw e;
    } catch (BrokenTopic e) {
      throw cursor.proven() ? changed(e) : e;
    } finally {
      if (goesOn) {
        cursors.giveBack(cursor);
      } else {
        cursors.drop(cursor);
      }
    }
  }

  /** It was whole before: whoever rests on it must first compare histories. */
  private FeedUnavailable changed(BrokenTopic trouble) {
    return new FeedUnavailable(
        "%s has changed under its reader: %s".formatted(topic.name(), trouble.getMessage()),
        trouble);
  }

  private static InterruptedException interrupted(InterruptException cause) {
    var interrupted = new InterruptedException("interrupted while reading");
    interrupted.initCause(cause);
    return interrupted;
  }

  @Override
  public long head() {
    return questions.answer(
        consumer ->
            TopicTail.last(consumer, topic, Watermark.class).stream()
                .mapToLong(mark -> mark.map(Watermark::position).orElse(0L))
                .min()
                .orElse(0));
  }

  @Override
  public Optional<byte[]> chainHashAt(long position) {
    return questions.answer(
        consumer -> TopicSearch.at(position, consumer, topic).map(RelayRecord::chainHash));
  }

  private Cursor open(long position) {
    Consumer<byte[], byte[]> consumer = access.consumer();
    boolean opened = false;
    try {
      Cursor cursor = Cursor.after(position, consumer, topic, decoding);
      opened = true;
      return cursor;
    } finally {
      if (!opened) {
        KafkaAccess.close(consumer);
      }
    }
  }

  /** Closes its consumers; readers under way end with their call. Within 15 seconds. */
  @Override
  public void close() {
    cursors.close();
    questions.close();
  }
}
