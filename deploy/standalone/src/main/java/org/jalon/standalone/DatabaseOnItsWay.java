package org.jalon.standalone;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The database starts while everything else is set up. */
final class DatabaseOnItsWay {

  private static final long LONGEST_START_MINUTES = 10;

  private final CompletableFuture<Database> database;

  /** Begins to open it; who begins has to take what arrives, too. */
  DatabaseOnItsWay(Surroundings surroundings) {
    database =
        CompletableFuture.supplyAsync(
                () -> Database.open(surroundings), task -> Thread.ofPlatform().start(task))
            .orTimeout(LONGEST_START_MINUTES, TimeUnit.MINUTES);
  }

  /**
   * Waits for it.
   *
   * @throws java.util.concurrent.CompletionException with the reason if it did not come about
   */
  Database arrived() {
    return database.join();
  }
}
