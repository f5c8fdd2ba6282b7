package org.jalon.command.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jalon.command.ledger.Settling.Verdict;
import org.jspecify.annotations.Nullable;

/** Sends a batch on a thread of its own, so that the writer can make the next meanwhile. */
final class Sender implements AutoCloseable {

  /** How soon the writer looks again at what has come. */
  private static final Duration STEP = Duration.ofNanos(200_000);

  private final Settling settling;
  private final ExecutorService thread;

  Sender(String ledger, Settling settling) {
    this.settling = settling;
    thread =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("ledger-sender-" + ledger).factory());
  }

  /**
   * Sends the batch once, as {@link Settling#send}; does not return or throw before that has ended.
   *
   * @param meanwhile called at short intervals
   */
  Verdict send(Batch batch, Runnable meanwhile) throws SQLException {
    Future<Verdict> sending = thread.submit(() -> settling.send(batch, false));
    RuntimeException failed = null;
    boolean interrupted = false;
    Verdict verdict = null;
    while (verdict == null) {
      try {
        if (failed == null) {
          meanwhile.run();
        }
        verdict = sending.get(STEP.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException _) {
        continue;
      } catch (InterruptedException _) {
        interrupted = true;
      } catch (ExecutionException e) {
        restore(interrupted);
        throw cause(e, failed);
      } catch (RuntimeException e) {
        failed = e;
      }
    }
    restore(interrupted);
    if (failed != null) {
      throw failed;
    }
    return verdict;
  }

  private static void restore(boolean interrupted) {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static SQLException cause(ExecutionException e, @Nullable RuntimeException failed) {
    if (failed != null) {
      throw failed;
    }
    return switch (e.getCause()) {
      case SQLException known -> known;
      case RuntimeException unexpected -> throw unexpected;
      case null, default -> throw new IllegalStateException("a batch could not be sent", e);
    };
  }

  /** Ends the thread; nothing is on its way. */
  @Override
  public void close() {
    thread.shutdown();
  }
}
