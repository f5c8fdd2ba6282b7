package org.jalon.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jalon.command.ledger.Appends.ANA;
import static org.jalon.command.ledger.Appends.append;
import static org.jalon.command.ledger.Appends.event;
import static org.jalon.command.ledger.Appends.get;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nodes that meet on one ledger take turns at writing, and go on without whoever is gone. */
class TakingTurnsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String LEASES =
      " FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ExclusiveLock'"
          + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

  private final TestLedger database = new TestLedger();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aLoneNodeAsksForNoLease() throws Exception {
    Ledger ledger = database.open();

    for (int i = 0; i < 20; i++) {
      append(ledger, event("E" + i, ANA));
      assertThat(database.ask("SELECT count(*)" + LEASES)).isEqualTo("0");
    }

    assertThat(ledger.work().lostSwaps()).isZero();
  }

  @Test
  void twoNodesThatWriteAtOnceLoseFewSwapsAndBothGoOn() throws Exception {
    Ledger one = database.open();
    Ledger other = database.open();

    long[] batches = whileWriting(one, other, () -> awaitBatches(one, other, 400));

    long lost = one.work().lostSwaps() + other.work().lostSwaps();
    assertThat(batches[0]).isGreaterThan(100);
    assertThat(batches[1]).isGreaterThan(100);
    assertThat(lost)
        .as("of %d batches", batches[0] + batches[1])
        .isLessThan((batches[0] + batches[1]) / 4);
    assertThat(one.audit().integrity(1, Long.MAX_VALUE).verified()).isTrue();
    await().atMost(PATIENCE).until(() -> database.ask("SELECT count(*)" + LEASES).equals("0"));
  }

  @Test
  void whenTheHoldersSessionIsKilledBothGoOn() throws Exception {
    Ledger one = database.open();
    Ledger other = database.open();

    whileWriting(
        one,
        other,
        () -> {
          await()
              .atMost(PATIENCE)
              .until(() -> !database.ask("SELECT pid" + LEASES + " AND granted").isEmpty());
          database.ask("SELECT pg_terminate_backend(pid)" + LEASES + " AND granted");
          awaitBatches(one, other, Math.max(one.work().batches(), other.work().batches()) + 50);
        });

    assertThat(one.audit().integrity(1, Long.MAX_VALUE).verified()).isTrue();
  }

  @Test
  void aLeaseThatIsNeverGivenIsGoneWithout() throws Exception {
    Ledger ledger = database.open();
    append(ledger, event("Before", ANA));
    try (Connection holder = database.superuser().getConnection();
        var statement = holder.createStatement()) {
      statement.execute(
          "SELECT pg_advisory_lock(hashtextextended('%s.lease', 0))".formatted(database.schema()));

      for (int i = 0; i < 5; i++) {
        assertThat(append(ledger, event("E" + i, ANA))).isPresent();
      }
    }
  }

  private interface Meanwhile {
    void happens() throws Exception;
  }

  /** Both nodes write as fast as they can meanwhile; returns the batches of each. */
  private static long[] whileWriting(Ledger one, Ledger other, Meanwhile meanwhile)
      throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> callers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        Ledger ledger = i % 2 == 0 ? one : other;
        callers.add(
            threads.submit(
                () -> {
                  while (!over.get()) {
                    List<CompletableFuture<OptionalLong>> some = new ArrayList<>();
                    for (int k = 0; k < 5; k++) {
                      some.add(ledger.append(List.of(event("E", ANA)), List.of(), 0));
                    }
                    some.forEach(outcome -> assertThat(get(outcome)).isPresent());
                  }
                  return null;
                }));
      }
      try {
        meanwhile.happens();
      } finally {
        over.set(true);
      }
      for (Future<?> caller : callers) {
        caller.get(30, TimeUnit.SECONDS);
      }
    }
    return new long[] {one.work().batches(), other.work().batches()};
  }

  private static void awaitBatches(Ledger one, Ledger other, long most) {
    await()
        .atMost(PATIENCE)
        .until(() -> one.work().batches() > most && other.work().batches() > most);
  }
}
