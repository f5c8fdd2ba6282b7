package org.jalon.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.jalon.command.ledger.Appends.append;
import static org.jalon.command.ledger.Appends.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections do not keep what the ledger made of them when it failed over one. */
class LentConnectionsTest {

  private final TestLedger database = new TestLedger();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whoCannotReadTheLedgerGivesNoListeningConnectionBack() throws Exception {
    DataSource pool = database.pool();
    try (Ledger ledger =
        Ledger.open(pool, database.id(), PayloadFormat.bytes(), LedgerOptions.defaults())) {
      database.alter("ALTER TABLE batch RENAME TO gone");

      await()
          .during(Duration.ofSeconds(3))
          .atMost(Duration.ofSeconds(5))
          .until(() -> listening(pool) == 0);

      database.alter("ALTER TABLE gone RENAME TO batch");
      assertThat(append(ledger, event("After"))).hasValue(1);
    }
  }

  @Test
  void aTurnThatIsNotGivenAgainLeavesNoShortTimeLimitBehind() throws Exception {
    WriterSession session = WriterSession.open(database.pool(), Duration.ofMillis(800));
    try (Connection other = database.superuser().getConnection()) {
      session.takeLease();
      assertThat(idleTimeout(session)).isEqualTo("2s");
      var taken = CompletableFuture.supplyAsync(() -> lock(other, database.schema() + ".lease"));
      await()
          .atMost(Duration.ofSeconds(5))
          .until(
              () ->
                  !database
                      .ask("SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
                      .isEmpty());

      assertThatThrownBy(session::takeLease).hasMessageContaining("lock timeout");

      assertThat(taken.get()).isTrue();
      assertThat(session.holdsLease()).isFalse();
      assertThat(idleTimeout(session)).isEqualTo("0");
    } finally {
      session.abort();
    }
  }

  private static boolean lock(Connection connection, String name) {
    try (var statement = connection.createStatement()) {
      return statement.execute(
          "SELECT pg_advisory_lock(hashtextextended('%s', 0))".formatted(name));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static String idleTimeout(WriterSession session) throws SQLException {
    return OneValue.of(session.connection(), "SHOW idle_session_timeout");
  }

  /** How many channels the pool's idle connections listen to. */
  private static long listening(DataSource pool) throws SQLException {
    List<Connection> borrowed = new ArrayList<>();
    long channels = 0;
    try {
      for (int i = 0; i < 5; i++) {
        Connection connection = pool.getConnection();
        borrowed.add(connection);
        channels +=
            Long.parseLong(OneValue.of(connection, "SELECT count(*) FROM pg_listening_channels()"));
      }
    } finally {
      for (Connection connection : borrowed) {
        connection.close();
      }
    }
    return channels;
  }
}
