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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A lost connection, a lock, a bad neighbour, a full queue: no append is lost, doubled or lied
 * about.
 */
class OutcomeInDoubtTest {

  private static final String WRITERS_WAIT =
      "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
          + " AND wait_event_type = 'Lock' AND query LIKE '%append_batch%'";
  private static final String KILL_WRITERS =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
          + " WHERE datname = current_database() AND query LIKE '%append_batch%'"
          + " AND pid <> pg_backend_pid()";

  private final TestLedger database = new TestLedger();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aCommittedBatchWhoseAnswerIsLostIsRecognisedAsOwn() {
    LostAnswers source = new LostAnswers(database.pool());
    try (Ledger ledger =
        Ledger.open(source, database.id(), PayloadFormat.bytes(), LedgerOptions.defaults())) {
      append(ledger, event("Before", BEN));
      source.loseNext(3);

      OptionalLong position = append(ledger, event("Once", ANA));

      assertThat(source.stillToLose()).isZero();
      assertThat(position).hasValue(2);
      assertThat(append(ledger, event("After", BEN))).hasValue(3);
      assertThat(ledger.read(0, 10))
          .extracting(StoredEvent::name)
          .containsExactly("Before", "Once", "After");
      assertThat(ledger.audit().integrity(1, Long.MAX_VALUE).verified()).isTrue();
    }
  }

  @Test
  void aServerConnectionKilledInTheMiddleIsSettledByTheSameBatchAgain() throws Exception {
    Ledger ledger = database.open();
    append(ledger, event("Before", BEN));
    CompletableFuture<OptionalLong> outcome;
    try (Connection blocker = locking("event_tag")) {
      outcome = ledger.append(List.of(event("Once", ANA)), List.of(having(ANA)), 1);
      await().atMost(Duration.ofSeconds(5)).until(() -> count(WRITERS_WAIT) > 0);

      count(KILL_WRITERS);
      assertThat(outcome).isNotDone();
      blocker.rollback();
    }

    assertThat(get(outcome)).hasValue(2);
    assertThat(ledger.read(0, 10)).extracting(StoredEvent::name).containsExactly("Before", "Once");
  }

  @Test
  void whateverIsKilledWhenWhatWasAcknowledgedStandsOnce() throws Exception {
    Ledger ledger = database.open();
    Map<String, CompletableFuture<OptionalLong>> outcomes = new HashMap<>();
    for (int round = 0; round < 15; round++) {
      for (int i = 0; i < 40; i++) {
        String name = "E" + round + "_" + i;
        outcomes.put(name, ledger.append(List.of(event(name, ANA)), List.of(), 0));
      }
      await()
          .pollDelay(Duration.ofMillis(ThreadLocalRandom.current().nextInt(1, 12)))
          .pollInterval(Duration.ofMillis(1))
          .until(() -> true);
      count(KILL_WRITERS);
    }

    Map<String, Long> acknowledged = new HashMap<>();
    outcomes.forEach((name, outcome) -> acknowledged.put(name, get(outcome).getAsLong()));
    Map<String, Long> stored = new HashMap<>();
    List<StoredEvent> events = ledger.read(0, 10_000);
    events.forEach(event -> stored.put(event.name(), event.position()));
    assertThat(events).hasSize(600);
    assertThat(stored).isEqualTo(acknowledged);
    assertThat(ledger.audit().integrity(1, Long.MAX_VALUE).verified()).isTrue();
  }

  @Test
  void aDeadlineInTheMiddleIsNeitherSuccessNorFailure() throws Exception {
    Ledger ledger = database.open(LedgerOptions.defaults().withDeadline(Duration.ofMillis(1_000)));
    append(ledger, event("Before", BEN));
    try (Connection blocker = locking("event_tag")) {
      var sent = ledger.append(List.of(event("Sent", ANA)), List.of(), 0);
      await().atMost(Duration.ofSeconds(5)).until(() -> count(WRITERS_WAIT) > 0);
      var waiting = ledger.append(List.of(event("Waiting", ANA)), List.of(), 0);

      assertThatThrownBy(() -> get(sent)).isInstanceOf(LedgerException.OutcomeUnknown.class);
      assertThatThrownBy(() -> get(waiting)).isInstanceOf(LedgerException.Busy.class);
      blocker.rollback();
    }

    await().atMost(Duration.ofSeconds(10)).until(() -> ledger.head().position() == 2);
    assertThat(ledger.read(0, 10)).extracting(StoredEvent::name).containsExactly("Before", "Sent");
  }

  @Test
  void aFullQueueIsBusyAndTheOthersAreAppended() throws Exception {
    Ledger ledger = database.open(LedgerOptions.defaults().withQueuedRequests(2));
    List<CompletableFuture<OptionalLong>> accepted = new ArrayList<>();
    try (Connection blocker = locking("event_tag")) {
      accepted.add(ledger.append(List.of(event("Sent")), List.of(), 0));
      accepted.add(ledger.append(List.of(event("Tagged", ANA)), List.of(), 0));
      await().atMost(Duration.ofSeconds(5)).until(() -> count(WRITERS_WAIT) > 0);
      while (ledger.work().waiting() < 2) {
        accepted.add(ledger.append(List.of(event("Queued", ANA)), List.of(), 0));
      }

      var refused = ledger.append(List.of(event("Refused", ANA)), List.of(), 0);

      assertThatThrownBy(() -> get(refused))
          .isInstanceOf(LedgerException.Busy.class)
          .hasMessageContaining("bounds are 2");
      blocker.rollback();
    }

    accepted.forEach(outcome -> assertThat(get(outcome)).isPresent());
    assertThat(ledger.read(0, 10))
        .hasSize(accepted.size())
        .noneMatch(e -> e.name().equals("Refused"));
  }

  @Test
  void conditionsThatTheDatabaseChecksCountIntoTheQueuesBound() throws Exception {
    Ledger ledger =
        database.open(LedgerOptions.defaults().withQueuedRequests(2).withWindowEvents(1));
    append(ledger, event("First"), event("Second"), event("Third"));
    List<CompletableFuture<OptionalLong>> checked = new ArrayList<>();
    try (Connection blocker = locking("event_tag", "ACCESS EXCLUSIVE")) {
      checked.add(ledger.append(List.of(event("Checked")), List.of(having(ANA)), 1));
      checked.add(ledger.append(List.of(event("Checked")), List.of(having(ANA)), 1));
      var refused = ledger.append(List.of(event("Refused")), List.of(having(ANA)), 1);

      assertThat(ledger.work().waiting()).isEqualTo(2);
      assertThatThrownBy(() -> get(refused)).isInstanceOf(LedgerException.Busy.class);
      blocker.rollback();
    }

    checked.forEach(outcome -> assertThat(get(outcome)).isPresent());
    assertThat(ledger.work().waiting()).isZero();
  }

  @Test
  void whatExpiredLeavesTheQueueToOthers() throws Exception {
    Ledger ledger =
        database.open(
            LedgerOptions.defaults().withQueuedRequests(1).withDeadline(Duration.ofMillis(500)));
    try (Connection blocker = locking("event_tag")) {
      var sent = ledger.append(List.of(event("Sent", ANA)), List.of(), 0);
      await().atMost(Duration.ofSeconds(5)).until(() -> count(WRITERS_WAIT) > 0);
      var waiting = ledger.append(List.of(event("Waiting", ANA)), List.of(), 0);

      assertThatThrownBy(() -> get(sent)).isInstanceOf(LedgerException.OutcomeUnknown.class);
      assertThatThrownBy(() -> get(waiting)).isInstanceOf(LedgerException.Busy.class);
      await().atMost(Duration.ofSeconds(1)).until(() -> ledger.work().waiting() == 0);
      blocker.rollback();
    }
  }

  @Test
  void anEventTheDatabaseCannotStoreFailsAloneInItsBatch() throws Exception {
    database.alter("ALTER TABLE event ADD CHECK (1 / (type <> 'Bad#1')::int = 1)");
    Ledger ledger = database.open();
    List<CompletableFuture<OptionalLong>> good = new ArrayList<>();
    CompletableFuture<OptionalLong> bad;
    try (Connection blocker = locking("event_tag")) {
      good.add(ledger.append(List.of(event("First", ANA)), List.of(), 0));
      await().atMost(Duration.ofSeconds(5)).until(() -> count(WRITERS_WAIT) > 0);
      for (int i = 0; i < 5; i++) {
        good.add(ledger.append(List.of(event("Good" + i, ANA)), List.of(), 0));
      }
      bad = ledger.append(List.of(event("Fine", ANA), event("Bad", ANA)), List.of(), 0);
      good.add(ledger.append(List.of(event("Last", ANA)), List.of(), 0));
      blocker.rollback();
    }

    assertThatThrownBy(() -> get(bad)).isInstanceOf(LedgerException.Unstorable.class);
    good.forEach(outcome -> assertThat(get(outcome)).isPresent());
    assertThat(ledger.read(0, 10))
        .extracting(StoredEvent::name)
        .containsExactly("First", "Good0", "Good1", "Good2", "Good3", "Good4", "Last");
    assertThat(ledger.audit().integrity(1, Long.MAX_VALUE).verified()).isTrue();
  }

  @Test
  void anAppendTooLargeForTheTimeLimitGetsMoreTime() {
    Ledger ledger = database.open(LedgerOptions.defaults().withStatement(Duration.ofMillis(8)));
    StagedEvent[] many = new StagedEvent[3_000];
    Arrays.setAll(many, i -> event("E" + i, ANA, BEN));

    assertThat(append(ledger, many)).hasValue(3_000);
    assertThat(append(ledger, event("Last", ANA))).hasValue(3_001);
  }

  @Test
  void aLockHeldLongerThanTheLimitKeepsNobodyInDoubt() throws Exception {
    Ledger ledger =
        database.open(
            LedgerOptions.defaults()
                .withStatement(Duration.ofMillis(50))
                .withDeadline(Duration.ofSeconds(2)));
    try (Connection blocker = locking("batch")) {
      var blocked = ledger.append(List.of(event("Blocked", ANA)), List.of(), 0);

      assertThatThrownBy(() -> get(blocked)).isInstanceOf(LedgerException.class);
      blocker.rollback();
    }

    assertThat(append(ledger, event("After", ANA))).isPresent();
  }

  @Test
  void aLedgerWhoseHeadWasLostBelievesTheDatabase() throws Exception {
    Ledger ledger = database.open();
    append(ledger, event("Kept", ANA));
    append(ledger, event("Lost", ANA));
    database.alter("DELETE FROM event_tag WHERE position = 2");
    database.alter("DELETE FROM event WHERE position = 2");
    database.alter("DELETE FROM batch WHERE first_position = 2");

    var stale = ledger.append(List.of(event("Stale", ANA)), List.of(having(ANA)), 2);

    assertThat(get(stale)).as("its marker lies in a history that is gone").isEmpty();
    assertThat(append(ledger, event("New", ANA))).hasValue(2);
    assertThat(ledger.batchHolding(2).orElseThrow().chainHash())
        .isEqualTo(ledger.chainHashAt(2).orElseThrow());
    assertThat(ledger.read(0, 10)).extracting(StoredEvent::name).containsExactly("Kept", "New");
    assertThat(ledger.audit().integrity(1, Long.MAX_VALUE).verified()).isTrue();
  }

  @Test
  void tablesThatWentBackInTimeRejectConditionsForAMomentOnly() throws Exception {
    Ledger ledger = database.open();
    append(ledger, event("Kept", BEN));
    append(ledger, event("Lost", ANA));
    database.alter("DELETE FROM event_tag WHERE position = 2");
    database.alter("DELETE FROM event WHERE position = 2");
    database.alter("DELETE FROM batch WHERE first_position = 2");

    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () -> get(ledger.append(List.of(event("New", ANA)), List.of(having(ANA)), 1)),
            outcome -> outcome.equals(OptionalLong.of(2)));
    assertThat(ledger.read(0, 10)).extracting(StoredEvent::name).containsExactly("Kept", "New");
  }

  @Test
  void closingAppendsWhatWasAccepted() {
    Ledger ledger = database.open();
    List<CompletableFuture<OptionalLong>> accepted = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      accepted.add(ledger.append(List.of(event("E" + i, ANA)), List.of(), 0));
    }

    ledger.close();

    accepted.forEach(outcome -> assertThat(get(outcome)).isPresent());
    assertThatThrownBy(() -> append(ledger, event("Late")))
        .isInstanceOf(LedgerException.Unavailable.class);
  }

  /** A foreign transaction that keeps writers out of a table until it is rolled back. */
  private Connection locking(String table) throws Exception {
    return locking(table, "SHARE");
  }

  private Connection locking(String table, String mode) throws Exception {
    Connection connection = database.superuser().getConnection();
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("LOCK TABLE %s.%s IN %s MODE".formatted(database.schema(), table, mode));
    }
    return connection;
  }

  private long count(String sql) throws Exception {
    try (var connection = database.superuser().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() && !sql.equals(KILL_WRITERS) ? rows.getLong(1) : 0;
    }
  }
}
