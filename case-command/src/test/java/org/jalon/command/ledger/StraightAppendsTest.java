package org.jalon.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jalon.command.ledger.Appends.ANA;
import static org.jalon.command.ledger.Appends.BEN;
import static org.jalon.command.ledger.Appends.append;
import static org.jalon.command.ledger.Appends.appendIfNone;
import static org.jalon.command.ledger.Appends.event;
import static org.jalon.command.ledger.Appends.get;
import static org.jalon.command.ledger.Appends.having;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A caller on a virtual thread that finds nobody writing writes its own, as right as the writer.
 */
class StraightAppendsTest {

  private final TestLedger database = new TestLedger();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aLoneCallerWritesOnItsOwnThreadAndIsAnsweredOnIt() throws Exception {
    Collection<Thread> writers = new ConcurrentLinkedQueue<>();
    Clock clock = Clock.systemUTC();
    Ledger ledger =
        database.open(
            LedgerOptions.defaults()
                .withClock(
                    () -> {
                      writers.add(Thread.currentThread());
                      return clock.instant();
                    }));
    append(ledger, event("First", ANA));
    writers.clear();

    Thread caller =
        onVirtual(
            () -> {
              for (int i = 0; i < 20; i++) {
                var outcome = ledger.append(List.of(event("E" + i, ANA)), List.of(), 0);
                assertThat(outcome.isDone() || get(outcome).isPresent()).isTrue();
              }
              return Thread.currentThread();
            });

    assertThat(writers).contains(caller);
    assertThat(ledger.read(0, 100)).hasSize(21);
    assertThat(ledger.audit().integrity(1, Long.MAX_VALUE).verified()).isTrue();
  }

  @Test
  void conditionsHoldForItToo() throws Exception {
    Ledger ledger = database.open();
    append(ledger, event("First", BEN));

    onVirtual(
        () -> {
          assertThat(appendIfNone(ledger, 1, having(ANA), event("A", ANA))).hasValue(2);
          assertThat(appendIfNone(ledger, 1, having(ANA), event("B", ANA))).isEmpty();
          assertThat(appendIfNone(ledger, 2, having(ANA), event("C", ANA))).hasValue(3);
          return null;
        });
  }

  @Test
  void aDoubtOfItsOwnIsSettledByTheWriter() throws Exception {
    LostAnswers source = new LostAnswers(database.pool());
    try (Ledger ledger =
        Ledger.open(source, database.id(), PayloadFormat.bytes(), LedgerOptions.defaults())) {
      append(ledger, event("Before", BEN));

      OptionalLong position =
          onVirtual(
              () -> {
                source.loseNext(2);
                return append(ledger, event("Once", ANA));
              });

      assertThat(source.stillToLose()).isZero();
      assertThat(position).hasValue(2);
      assertThat(append(ledger, event("After", BEN))).hasValue(3);
      assertThat(ledger.audit().integrity(1, Long.MAX_VALUE).verified()).isTrue();
    }
  }

  @Test
  void interruptingACallerHarmsNobody() throws Exception {
    Ledger ledger = database.open();
    append(ledger, event("Before", BEN));
    Collection<CompletableFuture<OptionalLong>> outcomes = new ConcurrentLinkedQueue<>();
    try (var blocker = database.superuser().getConnection()) {
      blocker.setAutoCommit(false);
      blocker
          .createStatement()
          .execute("LOCK TABLE %s.event_tag IN SHARE MODE".formatted(database.schema()));
      Thread caller =
          Thread.startVirtualThread(
              () -> outcomes.add(ledger.append(List.of(event("Mine", ANA)), List.of(), 0)));
      await().atMost(Duration.ofSeconds(5)).until(this::aWriterWaits);
      caller.interrupt();
      blocker.rollback();
      caller.join(Duration.ofSeconds(20));
    }

    assertThat(outcomes).hasSize(1).allMatch(outcome -> get(outcome).isPresent());
    assertThat(append(ledger, event("After", BEN))).hasValue(3);
    assertThat(ledger.read(0, 10))
        .extracting(StoredEvent::name)
        .containsExactly("Before", "Mine", "After");
  }

  @Test
  void aWriterThatFailsOnACallersThreadLeavesNothingOpen() throws Exception {
    Ledger ledger =
        database.open(LedgerOptions.defaults().withClock(StraightAppendsTest::failingForCallers));
    append(ledger, event("Before", BEN));

    boolean failed =
        onVirtual(
            () -> {
              for (int i = 0; i < 1_000; i++) {
                var outcome = ledger.append(List.of(event("Perhaps", ANA)), List.of(), 0);
                if (outcome.handle((_, problem) -> problem).join()
                    instanceof LedgerException.OutcomeUnknown) {
                  return true;
                }
              }
              return false;
            });

    assertThat(failed).as("one was written, in vain, on its caller's thread").isTrue();
    assertThat(append(ledger, event("After", BEN))).isPresent();
    assertThat(ledger.read(0, 100)).extracting(StoredEvent::name).endsWith("After");
  }

  private static Instant failingForCallers() {
    if (Thread.currentThread().isVirtual()) {
      throw new IllegalStateException("no time for callers");
    }
    return Instant.now();
  }

  private boolean aWriterWaits() throws Exception {
    return database
        .ask(
            "SELECT count(*) > 0 FROM pg_stat_activity WHERE datname = current_database()"
                + " AND wait_event_type = 'Lock' AND query LIKE '%append_batch%'")
        .equals("t");
  }

  private static <T> T onVirtual(Callable<T> work) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.submit(work).get(30, TimeUnit.SECONDS);
    }
  }
}
