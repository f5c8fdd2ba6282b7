package org.jalon.command.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jalon.command.ledger.Settling.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Batches in a row, sent by a thread of their own: as soon as it hears that one stands it sends the
 * next, before anybody is told, so that the database does not wait for anything done here.
 */
final class Flights implements AutoCloseable {

  /** How soon the writer looks again at what has come. */
  private static final Duration STEP = Duration.ofNanos(200_000);

  /**
   * What became of a batch: an answer or an error.
   *
   * @param next what was sent behind it, which is only done if it stands
   */
  record Landed(
      Sent sent, @Nullable Verdict answer, @Nullable Exception error, @Nullable Sent next) {

    /**
     * @throws SQLException if it is known not to stand
     */
    Verdict verdict() throws SQLException {
      if (answer != null) {
        return answer;
      }
      switch (error) {
        case SQLException refused -> throw refused;
        case RuntimeException unexpected -> throw unexpected;
        case null, default -> throw new IllegalStateException("a batch could not be sent", error);
      }
    }
  }

  private final Settling settling;
  private final ExecutorService thread;
  private final BlockingQueue<Landed> landed = new LinkedBlockingQueue<>();
  private Future<?> flying = CompletableFuture.completedFuture(null);
  private volatile boolean halted;

  Flights(String ledger, Settling settling) {
    this.settling = settling;
    thread =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("ledger-sender-" + ledger).factory());
  }

  /**
   * Sends the batch, and as long as each stands what is next; nothing else is on its way.
   *
   * @param next asked, on the thread that sends, for the batch behind the one that stands
   */
  void begin(Sent first, Supplier<@Nullable Sent> next) {
    halted = false;
    flying = thread.submit(() -> fly(first, next));
  }

  private void fly(Sent first, Supplier<@Nullable Sent> next) {
    for (Sent sent = first; sent != null; ) {
      Landed one = flown(sent, next);
      landed.add(one);
      sent = one.next();
    }
  }

  private Landed flown(Sent sent, Supplier<@Nullable Sent> next) {
    try {
      Verdict verdict = settling.send(sent.batch(), false);
      boolean goesOn = verdict == Verdict.STANDS && !halted && settling.ready();
      return new Landed(sent, verdict, null, goesOn ? next.get() : null);
    } catch (SQLException | RuntimeException e) {
      return new Landed(sent, null, e, null);
    }
  }

  /** Nothing more is sent behind what is on its way. */
  void halt() {
    halted = true;
  }

  /**
   * What became of the first batch not told of yet, waited for.
   *
   * @param meanwhile called at short intervals
   * @throws IllegalStateException if it will never be known
   */
  Landed next(Runnable meanwhile) {
    boolean interrupted = false;
    try {
      while (true) {
        meanwhile.run();
        boolean over = flying.isDone();
        Landed one = null;
        try {
          one = landed.poll(over ? 0 : STEP.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
          interrupted = true;
        }
        if (one != null) {
          return one;
        }
        if (over) {
          throw new IllegalStateException("batches are no longer sent", flying.exceptionNow());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Sends nothing more, and waits for what is on its way.
   *
   * @return what was sent behind others, and nobody was told
   */
  List<Sent> end() {
    halt();
    List<Sent> untold = new ArrayList<>();
    boolean interrupted = false;
    while (!flying.isDone()) {
      try {
        flying.get();
      } catch (InterruptedException _) {
        interrupted = true;
      } catch (ExecutionException _) {
        break;
      }
    }
    for (Landed one = landed.poll(); one != null; one = landed.poll()) {
      if (one.next() != null) {
        untold.add(one.next());
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return untold;
  }

  /** Ends the thread; nothing is on its way. */
  @Override
  public void close() {
    thread.shutdown();
  }
}
