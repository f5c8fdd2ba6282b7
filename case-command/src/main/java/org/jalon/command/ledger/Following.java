package org.jalon.command.ledger;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Pages of a stream without end, which outlasts a database that is away for a while. */
final class Following implements PagedStream.Pages {

  private final PagedStream.Pages pages;
  private final Duration pause;
  private final Executor executor;
  private final BooleanSupplier closed;
  private volatile Runnable again = () -> {};

  /**
   * @param pause until the database is asked again
   * @param closed whether it never will be
   */
  Following(PagedStream.Pages pages, Duration pause, Executor executor, BooleanSupplier closed) {
    this.pages = pages;
    this.pause = pause;
    this.executor = executor;
    this.closed = closed;
  }

  /** Runs when it is time to ask again. */
  void whenBack(Runnable wake) {
    again = wake;
  }

  @Override
  public PagedStream.Page next() {
    try {
      return pages.next();
    } catch (LedgerException.Unavailable e) {
      if (closed.getAsBoolean()) {
        throw e;
      }
      CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, executor)
          .execute(again);
      return new PagedStream.Page(List.of(), false);
    }
  }
}
