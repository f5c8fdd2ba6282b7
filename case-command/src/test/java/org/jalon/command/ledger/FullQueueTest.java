package org.jalon.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.jalon.command.ledger.Appends.ANA;
import static org.jalon.command.ledger.Appends.append;
import static org.jalon.command.ledger.Appends.event;
import static org.jalon.command.ledger.Appends.get;
import static org.jalon.command.ledger.Appends.having;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A queue without room: its callers wait a bounded time, and what is held stays bounded. */
class FullQueueTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final TestLedger database = new TestLedger();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void roomThatComesInTimeIsTaken() throws Exception {
    Ledger ledger =
        database.open(
            LedgerOptions.defaults().withQueuedRequests(2).withRoomWait(Duration.ofSeconds(8)));
    List<CompletableFuture<OptionalLong>> outcomes = new ArrayList<>();
    try (Connection blocker = locking()) {
      fill(ledger, 2, outcomes);

      var inLine = ledger.append(List.of(event("InLine", ANA)), List.of(having(ANA)), 0);
      var last = ledger.append(List.of(event("Last")), List.of(), 0);

      assertThat(inLine).isNotDone();
      assertThat(ledger.work().waiting()).isEqualTo(2);
      outcomes.add(last);
      blocker.rollback();
      assertThat(get(inLine)).as("its condition is judged when it enters").isEmpty();
    }
    outcomes.forEach(outcome -> assertThat(get(outcome)).isPresent());
    await().atMost(PATIENCE).until(() -> ledger.work().waiting() == 0);
  }

  @Test
  void withoutRoomTheWaitEndsAsBusy() throws Exception {
    Ledger ledger =
        database.open(
            LedgerOptions.defaults().withQueuedRequests(2).withRoomWait(Duration.ofMillis(60)));
    List<CompletableFuture<OptionalLong>> outcomes = new ArrayList<>();
    try (Connection blocker = locking()) {
      fill(ledger, 2, outcomes);

      var refused = ledger.append(List.of(event("Refused")), List.of(), 0);

      assertThatThrownBy(() -> get(refused))
          .isInstanceOf(LedgerException.Busy.class)
          .hasMessageContaining("bounds are 2");
      assertThat(outcomes).noneMatch(CompletableFuture::isDone);
      blocker.rollback();
    }
    outcomes.forEach(outcome -> assertThat(get(outcome)).isPresent());
    assertThat(ledger.read(0, 100)).hasSize(outcomes.size());
  }

  @Test
  void aLineThatIsFullRefusesAtOnce() throws Exception {
    Ledger ledger =
        database.open(
            LedgerOptions.defaults().withQueuedRequests(2).withRoomWait(Duration.ofMinutes(1)));
    List<CompletableFuture<OptionalLong>> outcomes = new ArrayList<>();
    try (Connection blocker = locking()) {
      fill(ledger, 2, outcomes);
      outcomes.add(ledger.append(List.of(event("InLine")), List.of(), 0));
      outcomes.add(ledger.append(List.of(event("InLine")), List.of(), 0));

      var refused = ledger.append(List.of(event("Refused")), List.of(), 0);

      assertThatThrownBy(() -> get(refused)).isInstanceOf(LedgerException.Busy.class);
      blocker.rollback();
    }
    outcomes.forEach(outcome -> assertThat(get(outcome)).isPresent());
  }

  @Test
  void tenThousandCallersAtOnceHoldNoMoreThanTheBounds() throws Exception {
    int bound = 500;
    int kilobytes = 16;
    LedgerOptions options =
        LedgerOptions.defaults()
            .withQueuedRequests(bound)
            .withRoomWait(Duration.ofMillis(300))
            .withDeadline(Duration.ofMillis(2_500));
    Ledger ledger = database.open(options);
    append(ledger, event("Before", ANA));
    long before = heap();
    Collection<CompletableFuture<OptionalLong>> outcomes = new ConcurrentLinkedQueue<>();
    AtomicInteger mostWaiting = new AtomicInteger();
    try (Connection blocker = locking();
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 10_000; i++) {
        callers.submit(
            () -> {
              var outcome = ledger.append(List.of(Appends.large("Many", kilobytes)), List.of(), 0);
              outcomes.add(outcome);
              mostWaiting.accumulateAndGet(ledger.work().waiting(), Math::max);
              return outcome.exceptionally(_ -> OptionalLong.empty()).join();
            });
      }
      await().atMost(PATIENCE).until(() -> ended(outcomes) >= 10_000 - 2 * bound - 1);
      long held = heap() - before;

      assertThat(mostWaiting.get()).isBetween(1, bound);
      assertThat(held)
          .as("bytes held for two bounds of requests and all the answers")
          .isLessThan(2L * bound * kilobytes * 1024 * 2 + 32L * 1024 * 1024);
      await().atMost(PATIENCE).until(() -> ended(outcomes) == 10_000);
      blocker.rollback();
    }

    assertThat(outcomes).allSatisfy(FullQueueTest::isBusyOrUnknown);
    await().atMost(PATIENCE).until(() -> ledger.work().waiting() == 0);
    assertThat(append(ledger, event("After", ANA))).isPresent();
  }

  private static void isBusyOrUnknown(CompletableFuture<OptionalLong> outcome) {
    assertThatThrownBy(outcome::join)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfAny(LedgerException.Busy.class, LedgerException.OutcomeUnknown.class);
  }

  private static long ended(Collection<CompletableFuture<OptionalLong>> outcomes) {
    return outcomes.stream().filter(CompletableFuture::isDone).count();
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Appends until one is with the blocked database and so many wait in the queue. */
  private static void fill(
      Ledger ledger, int bound, List<CompletableFuture<OptionalLong>> outcomes) {
    outcomes.add(ledger.append(List.of(event("Sent", ANA)), List.of(), 0));
    await().atMost(PATIENCE).until(() -> ledger.work().waiting() == 0);
    while (ledger.work().waiting() < bound) {
      outcomes.add(ledger.append(List.of(event("Queued", ANA)), List.of(), 0));
    }
  }

  /** A foreign transaction that keeps writers out until it is rolled back. */
  private Connection locking() throws Exception {
    Connection connection = database.superuser().getConnection();
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("LOCK TABLE %s.event_tag IN SHARE MODE".formatted(database.schema()));
    }
    return connection;
  }
}
