package org.jalon.command.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The events of a range in order, read over several connections at once: each reads stretches of
 * positions of its own, one page ahead of what was taken from it. For one thread at a time.
 *
 * <p>Besides the page in the taker's hand, at most two pages of 8 MiB are held for each connection.
 */
public final class Replay implements AutoCloseable {

  /** Where the pages come from. */
  interface Pages {

    /** The events after a position, at most so many; fewer where they are long. */
    List<StoredEvent> read(long after, int most);
  }

  /** Positions that one connection reads in a row. */
  static final int STRETCH = 16_384;

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration ENDING = Duration.ofSeconds(5);

  /** Events, or why there are none. */
  private record Page(List<StoredEvent> events, @Nullable RuntimeException failure) {}

  private final Pages pages;
  private final long upTo;
  private final List<BlockingQueue<Page>> queues = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private long position;
  private int reader;
  private long stretchEnd;

  /**
   * @param upTo at or before the head
   */
  Replay(Pages pages, long after, long upTo, int connections, ThreadFactory factory) {
    this.pages = pages;
    this.upTo = upTo;
    position = after;
    stretchEnd = Math.min(upTo, after + STRETCH);
    for (int i = 0; i < connections; i++) {
      BlockingQueue<Page> queue = new ArrayBlockingQueue<>(1);
      long first = after + (long) i * STRETCH;
      queues.add(queue);
      threads.add(factory.newThread(() -> read(queue, first, (long) connections * STRETCH)));
    }
    threads.forEach(Thread::start);
  }

  /**
   * The next events, which follow those taken before without a gap; waits for them.
   *
   * @return none at the end of the range
   * @throws LedgerException.Unavailable if the database cannot be asked or gives nothing for three
   *     minutes; this replay has then ended
   */
  public List<StoredEvent> next() throws InterruptedException {
    if (position >= upTo) {
      return List.of();
    }
    try {
      Page page = queues.get(reader).poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (page == null) {
        throw new LedgerException.Unavailable(
            "nothing came after position %d for %d s".formatted(position, PATIENCE.toSeconds()),
            null);
      }
      if (page.failure() != null) {
        throw page.failure();
      }
      took(page.events().getLast().position());
      return page.events();
    } catch (InterruptedException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private void took(long last) {
    position = last;
    if (position == stretchEnd) {
      stretchEnd = Math.min(upTo, stretchEnd + STRETCH);
      reader = (reader + 1) % queues.size();
    }
  }

  private void read(BlockingQueue<Page> queue, long first, long step) {
    try {
      for (long from = first; from < upTo; from += step) {
        stretch(queue, from, Math.min(upTo, from + STRETCH));
      }
    } catch (InterruptedException _) {
      // it was closed
    }
  }

  private void stretch(BlockingQueue<Page> queue, long from, long to) throws InterruptedException {
    long after = from;
    while (after < to) {
      Page page = page(after, (int) (to - after));
      queue.put(page);
      if (page.failure() != null) {
        throw new InterruptedException("ended by a failure");
      }
      after = page.events().getLast().position();
    }
  }

  private Page page(long after, int most) {
    try {
      List<StoredEvent> events = pages.read(after, most);
      return events.isEmpty()
          ? new Page(
              events, new LedgerException.Unavailable("nothing follows position " + after, null))
          : new Page(events, null);
    } catch (RuntimeException e) {
      return new Page(List.of(), e);
    }
  }

  /** Ends all its threads, at the latest after five seconds. */
  @Override
  public void close() {
    position = upTo;
    threads.forEach(Thread::interrupt);
    boolean interrupted = false;
    for (Thread thread : threads) {
      try {
        thread.join(ENDING);
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
