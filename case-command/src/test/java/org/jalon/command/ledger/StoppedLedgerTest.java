package org.jalon.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.jalon.command.ledger.Appends.ANA;
import static org.jalon.command.ledger.Appends.append;
import static org.jalon.command.ledger.Appends.event;
import static org.jalon.command.ledger.Appends.get;

import com.zaxxer.hikari.HikariDataSource;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jalon.command.ledger.chain.Head;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a ledger says when its writer has died, its database is away or it is asked too much. */
class StoppedLedgerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final TestLedger database = new TestLedger();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aWriterThatDiesFailsWhatWaitsAndRefusesTheRest() {
    var writing = new CountDownLatch(1);
    var queued = new CountDownLatch(1);
    Ledger ledger = database.open(LedgerOptions.defaults().withClock(() -> dying(writing, queued)));

    var sent = ledger.append(List.of(event("Sent", ANA)), List.of(), 0);
    waitFor(writing);
    var waiting = ledger.append(List.of(event("Waiting", ANA)), List.of(), 0);
    assertThat(ledger.failure()).isEmpty();
    queued.countDown();

    assertThatThrownBy(() -> get(sent)).isInstanceOf(LedgerException.OutcomeUnknown.class);
    assertThatThrownBy(() -> get(waiting)).isInstanceOf(LedgerException.Unavailable.class);
    assertThatThrownBy(() -> append(ledger, event("Late")))
        .isInstanceOf(LedgerException.Unavailable.class)
        .hasMessageContaining("restart this process");
    assertThat(ledger.failure()).containsInstanceOf(StackOverflowError.class);
    assertThat(ledger.read(0, 10)).isEmpty();
  }

  @Test
  void theBatchOfACommitIsKnownWithoutTheDatabase() {
    var pool = (HikariDataSource) database.pool();
    try (Ledger ledger =
        Ledger.open(pool, database.id(), PayloadFormat.bytes(), LedgerOptions.defaults())) {
      append(ledger, event("Opened", ANA), event("Told", ANA));
      append(ledger, event("Ended", ANA));
      Head head = ledger.head();
      pool.close();

      Head known = ledger.batchHolding(3).orElseThrow();
      assertThat(known.position()).isEqualTo(3);
      assertThat(known.chainHash()).isEqualTo(head.chainHash());
      assertThat(known.recordedAt()).isEqualTo(head.recordedAt());
      assertThat(ledger.batchHolding(1).orElseThrow().position()).isEqualTo(2);
      assertThatThrownBy(() -> ledger.chainHashAt(3))
          .isInstanceOf(LedgerException.Unavailable.class);
    }
  }

  @Test
  void aThirdInspectionAtOnceIsBusy() {
    Ledger ledger = database.open();
    append(ledger, event("Opened", ANA));
    var under = new CountDownLatch(2);
    var go = new CountDownLatch(1);
    List<CompletableFuture<Head>> exports = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      exports.add(
          CompletableFuture.supplyAsync(
              () -> ledger.audit().export(1, Long.MAX_VALUE, false, stalling(under, go)),
              ledger.executor()));
    }
    waitFor(under);

    assertThatThrownBy(() -> ledger.audit().integrity(1, Long.MAX_VALUE))
        .isInstanceOf(LedgerException.Busy.class)
        .hasMessageContaining("try again");
    go.countDown();

    exports.forEach(export -> assertThat(get(export).position()).isEqualTo(1));
    await().atMost(PATIENCE).until(() -> ledger.audit().integrity(1, Long.MAX_VALUE).verified());
  }

  private static Instant dying(CountDownLatch writing, CountDownLatch queued) {
    writing.countDown();
    waitFor(queued);
    throw new StackOverflowError("a writer without room");
  }

  private static OutputStream stalling(CountDownLatch under, CountDownLatch go) {
    return new OutputStream() {
      @Override
      public void write(int one) {
        under.countDown();
        waitFor(go);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) {
        write(0);
      }
    };
  }

  private static void waitFor(CountDownLatch latch) {
    await().atMost(PATIENCE).until(() -> latch.getCount() == 0);
  }
}
