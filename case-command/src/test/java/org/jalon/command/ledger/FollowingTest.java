package org.jalon.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.jalon.command.ledger.Appends.ANA;
import static org.jalon.command.ledger.Appends.append;
import static org.jalon.command.ledger.Appends.event;
import static org.jalon.command.ledger.Appends.sealed;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jalon.command.ledger.chain.Chain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** What a feed in the same process reads and waits for. */
class FollowingTest {

  private final TestLedger database = new TestLedger();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void anEmptyLedgerEndsAtItsGenesis() {
    Ledger ledger = database.open();

    assertThat(ledger.head().position()).isZero();
    assertThat(ledger.head().chainHash()).isEqualTo(Chain.genesis(database.id().value()));
    assertThat(ledger.read(0, 10)).isEmpty();
  }

  @Test
  void eventsAreReadAsStoredWithTheirBatchsChainHash() {
    Ledger ledger = database.open();
    append(ledger, event("Opened", ANA), sealed("Told", "geheim", ANA));
    byte[] first = ledger.head().chainHash();
    append(ledger, event("Closed", ANA));

    assertThat(ledger.read(0, 2)).extracting(StoredEvent::chainHash).containsExactly(first, first);
    assertThat(ledger.read(2, 2).getFirst().chainHash()).isEqualTo(ledger.head().chainHash());
    StoredEvent told = ledger.read(1, 1).getFirst();
    assertThat(told.position()).isEqualTo(2);
    assertThat(told.name()).isEqualTo("Told");
    assertThat(told.version()).isEqualTo("1");
    assertThat(told.effectiveDay()).isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(told.tags()).containsExactly(ANA);
    assertThat(told.metadata()).isEqualTo(Map.of("actor", "local"));
    assertThat(told.clear()).asString(StandardCharsets.UTF_8).isEqualTo("about Told");
    assertThat(told.sealed()).asString(StandardCharsets.UTF_8).isEqualTo("geheim");
    assertThat(ledger.read(0, 1).getFirst().sealed()).isNull();
  }

  @Test
  void waitingEndsWithANewPositionOrWithTime() throws Exception {
    Ledger here = database.open();
    Ledger there = database.open();

    assertThat(here.awaitBeyond(0, Duration.ofMillis(20))).isZero();
    append(here, event("Opened", ANA));
    assertThat(here.awaitBeyond(0, Duration.ofSeconds(5))).isEqualTo(1);
    assertThat(there.awaitBeyond(0, Duration.ofSeconds(5))).isEqualTo(1);
  }

  @Test
  void absurdReadsAreRefused() {
    Ledger ledger = database.open();

    assertThatThrownBy(() -> ledger.read(-1, 10)).hasMessageContaining("after -1");
    assertThatThrownBy(() -> ledger.read(0, 0)).hasMessageContaining("read 0 events");
    assertThatThrownBy(() -> ledger.read(0, 100_001)).hasMessageContaining("100001");
  }

  @Test
  void aBatchOfAnotherProcessIsSeenThoughItsNotificationIsMissed() throws Exception {
    Ledger ledger = database.open();

    database.alter("INSERT INTO batch VALUES (1, 7, sha256('a'), sha256('b'), now())");

    assertThat(ledger.awaitBeyond(0, Duration.ofSeconds(10))).isEqualTo(7);
  }

  @Test
  void aBatchNotifiesOnceHoweverManyEventsItHas() throws Exception {
    Ledger ledger = database.open();
    try (var listening = new Listening()) {
      append(ledger, Collections.nCopies(50, event("Noted", ANA)).toArray(StagedEvent[]::new));
      listening.until("50");
      append(ledger, event("Noted", ANA));
      listening.until("51");

      assertThat(listening.heard).containsExactly("50", "51");
    }
  }

  @Test
  void ofManyBatchesTheLastIsNotified() throws Exception {
    try (var listening = new Listening()) {
      Ledger ledger = database.open();
      for (int i = 0; i < 200; i++) {
        append(ledger, event("Noted", ANA));
      }
      ledger.close();
      listening.until("200");

      assertThat(listening.heard)
          .extracting(Long::valueOf)
          .isSortedAccordingTo(Comparator.naturalOrder())
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void aLostConnectionForNotifyingIsReplaced() throws Exception {
    Ledger ledger = database.open();
    try (var listening = new Listening()) {
      append(ledger, event("Noted", ANA));
      listening.until("1");
      String ended =
          database.ask(
              """
              SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity
              WHERE query LIKE '%pg_notify%' AND pid <> pg_backend_pid()
              """);
      assertThat(ended).isEqualTo("1");

      append(ledger, event("Noted", ANA));
      listening.until("2");
    }
  }

  @Test
  void thePositionAtAnInstantIsOneProbeHoweverManyBatchesThereAre() throws Exception {
    database.alter(
        """
        INSERT INTO batch
        SELECT n, n, sha256('a'), sha256('b'), timestamptz '2026-01-01Z' + n / 2 * interval '1s'
        FROM generate_series(1, 50000) n
        """);
    database.alter("ANALYZE batch");
    Ledger ledger = database.open();
    Instant start = Instant.parse("2026-01-01T00:00:00Z");

    assertThat(ledger.positionBefore(start)).isZero();
    assertThat(ledger.positionBefore(start.plusSeconds(10_000))).isEqualTo(19_999);
    assertThat(ledger.positionBefore(start.plusMillis(9_999_001))).isEqualTo(19_999);
    assertThat(ledger.positionBefore(start.plusSeconds(25_001))).isEqualTo(50_000);
    try (var connection = database.pool().getConnection()) {
      connection.setAutoCommit(false);
      BatchTable.firstRecordedFrom(connection, start.plusSeconds(10_000));
      try (var statement = connection.createStatement();
          var reads =
              statement.executeQuery(
                  "SELECT seq_scan, idx_tup_fetch FROM pg_stat_xact_user_tables"
                      + " WHERE relid = 'batch'::regclass")) {
        assertThat(reads.next()).isTrue();
        assertThat(reads.getLong(1)).as("scans of the table").isZero();
        assertThat(reads.getLong(2)).as("rows fetched by an index").isBetween(1L, 5L);
      }
    }
  }

  /** Another process that listens to the ledger. */
  private final class Listening implements AutoCloseable {

    private final Connection connection = database.superuser().getConnection();
    private final List<String> heard = new ArrayList<>();

    private Listening() throws SQLException {
      try (var statement = connection.createStatement()) {
        statement.execute("LISTEN " + database.schema());
      }
    }

    private void until(String last) {
      await().atMost(Duration.ofSeconds(10)).until(() -> hear().contains(last));
    }

    private List<String> hear() throws SQLException {
      var newest = connection.unwrap(PGConnection.class).getNotifications(100);
      for (var one : newest == null ? new PGNotification[0] : newest) {
        heard.add(one.getParameter());
      }
      return heard;
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }
}
