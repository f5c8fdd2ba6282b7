package org.jalon.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.jalon.command.ledger.Appends.ANA;
import static org.jalon.command.ledger.Appends.BEN;
import static org.jalon.command.ledger.Appends.append;
import static org.jalon.command.ledger.Appends.event;
import static org.jalon.command.ledger.Appends.get;
import static org.jalon.command.ledger.Appends.having;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a batch that is made while the one before is on its way, when that one ... */
class FlightsTest {

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final int MANY = 20;
  private static final EventTag CARL = new EventTag("referent", "carl");
  private static final String WRITERS =
      " FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
          + " AND query LIKE '%append_batch%'";

  private static final String LOCKING =
      " FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'LOCK TABLE%'"
          + " AND datname = current_database()";

  /** A batch at position 2, as if another node had written it. */
  private static final String OF_ANOTHER =
      """
      DO 'BEGIN
        /* as append_batch does */ LOCK TABLE batch IN EXCLUSIVE MODE;
        INSERT INTO batch (
          first_position, last_position, merkle_root, chain_hash, recorded_at, leaf_hashes)
          VALUES (2, 2, sha256(''root''), sha256(''chain''), now(), sha256(''leaf''));
        INSERT INTO event
          SELECT 2, ''Other#1'', effective_day, recorded_at, gen_random_uuid(), tags, metadata,
                 payload, sealed, sealed_hash
          FROM event WHERE position = 1;
      END'
      """;

  private final TestLedger database = new TestLedger();
  private final List<CompletableFuture<OptionalLong>> underWay = new ArrayList<>();
  private final List<CompletableFuture<OptionalLong>> behind = new ArrayList<>();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void stands() throws Exception {
    Ledger ledger = database.open();
    CompletableFuture<OptionalLong> against;
    CompletableFuture<OptionalLong> againstBehind;
    try (Connection blocker = manyUnderWay(ledger, "")) {
      against = ledger.append(List.of(event("Against", BEN)), List.of(having(ANA)), 1);
      manyBehind(ledger);
      againstBehind = ledger.append(List.of(event("Against", ANA)), List.of(having(BEN)), 1);
      await().atMost(SOON).until(() -> waiting(ledger) == 0);

      assertThat(against).as("rejected by what does not stand yet").isNotDone();
      assertThat(againstBehind).as("rejected by what is not even sent").isNotDone();
      blocker.rollback();
    }

    assertThatAllStandInOrder(ledger, 1);
    assertThat(ledger.audit().integrity(1, Long.MAX_VALUE).verified()).isTrue();
    assertThat(get(against)).isEmpty();
    assertThat(get(againstBehind)).isEmpty();
  }

  @Test
  void losesItsPlace() throws Exception {
    Ledger ledger = database.open();
    try (Connection blocker = manyUnderWay(ledger, OF_ANOTHER)) {
      manyBehind(ledger);
      blocker.rollback();
    }

    assertThatAllStandInOrder(ledger, 2);
    assertThat(ledger.work().lostSwaps()).isPositive();
  }

  @Test
  void cannotBeStored() throws Exception {
    database.alter("ALTER TABLE event ADD CHECK (1 / (type <> 'Bad#1')::int = 1)");
    Ledger ledger = database.open();
    CompletableFuture<OptionalLong> bad;
    try (Connection blocker = manyUnderWay(ledger, "", "Bad")) {
      bad = underWay.removeFirst();
      manyBehind(ledger);
      blocker.rollback();
    }

    assertThatThrownBy(() -> get(bad)).isInstanceOf(LedgerException.Unstorable.class);
    assertThatAllStandInOrder(ledger, 1);
    assertThat(ledger.audit().integrity(1, Long.MAX_VALUE).verified()).isTrue();
  }

  @Test
  void standsButItselfCannotBeStoredWhichSpeaksAgainstNobody() throws Exception {
    database.alter("ALTER TABLE event ADD CHECK (1 / (type <> 'Bad#1')::int = 1)");
    Ledger ledger = database.open();
    CompletableFuture<OptionalLong> bad;
    try (Connection blocker = manyUnderWay(ledger, "")) {
      bad = ledger.append(List.of(event("Bad", CARL)), List.of(), 0);
      manyBehind(ledger);
      behind.add(ledger.append(List.of(event("Last", ANA)), List.of(having(CARL)), 1));
      await().atMost(SOON).until(() -> waiting(ledger) == 0);
      blocker.rollback();
    }

    assertThatThrownBy(() -> get(bad)).isInstanceOf(LedgerException.Unstorable.class);
    assertThatAllStandInOrder(ledger, 1);
    assertThat(ledger.audit().integrity(1, Long.MAX_VALUE).verified()).isTrue();
  }

  @Test
  void isInDoubt() throws Exception {
    Ledger ledger = database.open();
    try (Connection blocker = manyUnderWay(ledger, "")) {
      manyBehind(ledger);
      database.ask("SELECT pg_terminate_backend(pid)" + WRITERS);
      blocker.rollback();
    }

    assertThatAllStandInOrder(ledger, 1);
    assertThat(ledger.audit().integrity(1, Long.MAX_VALUE).verified()).isTrue();
  }

  @Test
  void standsAndNobodyHearsIt() throws Exception {
    var source = new LostAnswers(database.pool());
    try (Ledger ledger =
        Ledger.open(source, database.id(), PayloadFormat.bytes(), LedgerOptions.defaults())) {
      try (Connection blocker = manyUnderWay(ledger, "")) {
        manyBehind(ledger);
        source.loseNext(2);
        blocker.rollback();
      }

      assertThatAllStandInOrder(ledger, 1);
      assertThat(ledger.audit().integrity(1, Long.MAX_VALUE).verified()).isTrue();
    }
  }

  @Test
  void cannotBeSentForSomeTime() throws Exception {
    Ledger ledger = database.open();
    try (Connection blocker = manyUnderWay(ledger, "")) {
      manyBehind(ledger);
      await().pollDelay(LedgerOptions.defaults().statement()).until(() -> true);
      blocker.rollback();
    }

    assertThatAllStandInOrder(ledger, 1);
    assertThat(ledger.audit().integrity(1, Long.MAX_VALUE).verified()).isTrue();
  }

  /**
   * Appends one event and then many, which are kept waiting in one batch.
   *
   * @param before a statement that waits before them, if any
   * @param first the names of the first of them
   */
  private Connection manyUnderWay(Ledger ledger, String before, String... first) throws Exception {
    int others = before.isEmpty() ? 0 : 1;
    Connection blocker = database.superuser().getConnection();
    blocker.setAutoCommit(false);
    try (Connection earlier = locking("event_tag")) {
      var single = ledger.append(List.of(event("Single", BEN)), List.of(), 0);
      await().atMost(SOON).until(() -> waitingWriters() == 1);
      var locking = background(() -> lock(blocker, "batch"));
      await().atMost(SOON).until(() -> count(LOCKING) == 1);
      for (int i = 0; i < MANY; i++) {
        String name = i < first.length ? first[i] : "UnderWay" + i;
        underWay.add(ledger.append(List.of(event(name, ANA)), List.of(), 0));
      }
      if (others == 1) {
        background(() -> alter(before));
        await().atMost(SOON).until(() -> waitingWriters() == 2);
      }
      earlier.rollback();
      locking.get();
      get(single);
    }
    await().atMost(SOON).until(() -> waitingWriters() == 1 + others && waiting(ledger) == 0);
    return blocker;
  }

  private static Future<?> background(Callable<?> work) {
    FutureTask<?> task = new FutureTask<>(work);
    Thread.startVirtualThread(task);
    return task;
  }

  private @Nullable Void alter(String sql) throws Exception {
    database.alter(sql);
    return null;
  }

  private void manyBehind(Ledger ledger) {
    for (int i = 0; i < MANY; i++) {
      behind.add(ledger.append(List.of(event("Behind" + i, BEN)), List.of(), 0));
    }
    await().atMost(SOON).until(() -> waiting(ledger) == 0);
  }

  /** What was under way stands behind so many others, and then what was behind it. */
  private void assertThatAllStandInOrder(Ledger ledger, long before) {
    List<Long> positions = new ArrayList<>();
    underWay.forEach(outcome -> positions.add(get(outcome).getAsLong()));
    behind.forEach(outcome -> positions.add(get(outcome).getAsLong()));
    assertThat(positions).isSorted().doesNotHaveDuplicates();
    assertThat(positions.getFirst()).isEqualTo(before + 1);
    assertThat(positions.getLast()).isEqualTo(before + positions.size());
    assertThat(ledger.read(0, 1_000)).hasSize((int) before + positions.size());
    assertThat(append(ledger, event("After", ANA))).hasValue(before + positions.size() + 1);
  }

  private static int waiting(Ledger ledger) {
    return ledger.work().waiting();
  }

  private int waitingWriters() throws Exception {
    return count(WRITERS);
  }

  private int count(String of) throws Exception {
    return Integer.parseInt(database.ask("SELECT count(*)" + of));
  }

  private Connection locking(String table) throws Exception {
    Connection connection = database.superuser().getConnection();
    connection.setAutoCommit(false);
    return lock(connection, table);
  }

  /** Keeps writers out of the table until it is rolled back. */
  private Connection lock(Connection connection, String table) throws Exception {
    try (var statement = connection.createStatement()) {
      statement.execute("LOCK TABLE %s.%s IN SHARE MODE".formatted(database.schema(), table));
    }
    return connection;
  }
}
