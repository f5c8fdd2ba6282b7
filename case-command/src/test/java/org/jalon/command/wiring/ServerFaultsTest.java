package org.jalon.command.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jalon.command.ledger.LedgerException;
import org.jalon.postgres.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that ends, waits or refuses: answers come in time, and every command is there once. */
class ServerFaultsTest {

  private final TestServer server = TestServer.fresh();
  private final FaultyWorld world = new FaultyWorld(server);

  /** How the server ends. */
  enum End {
    FAST(TestServer::stop),
    IMMEDIATE(TestServer::stopAtOnce),
    KILLED(TestServer::kill);

    private final Consumer<TestServer> how;

    End(Consumer<TestServer> how) {
      this.how = how;
    }
  }

  @AfterEach
  void close() {
    world.close();
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void a_server_restarted_under_load_has_every_command_once(End end) throws Exception {
    world.recovers();
    Future<Map<UUID, Outcome>> load = world.load(world.commands(300, "under-load"));

    end.how.accept(server);
    assertThat(world.sendAll(world.commands(5, "away"))).isEmpty();
    server.start();

    world.recovers();
    world.everyCommandIsRecordedOnce(load.get());
    assertThat(world.node().ledger().fork()).as("nothing was lost").isEmpty();
  }

  @Test
  void a_statement_that_waits_too_long_is_answered_in_time_and_recorded_once() throws Exception {
    world.recovers();
    List<UUID> slow = world.commands(5, "slow");
    try (Connection other = server.database().dataSource().getConnection();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE jalon_main_ledger.event_tag IN SHARE MODE");
      assertThat(world.sendAll(slow)).isEmpty();
      other.rollback();
    }

    world.recovers();
    world.everyCommandIsRecordedOnce(Map.of());
  }

  @Test
  void what_no_standby_has_is_not_said_to_be_recorded() throws Exception {
    world.recovers();
    UUID before = world.command("before");
    Map<UUID, Outcome> answered = new HashMap<>(Map.of(before, world.send(before)));

    server.ask("ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
    server.ask("SELECT pg_reload_conf()");
    UUID waiting = world.command("waiting");
    assertThatExceptionOfType(LedgerException.OutcomeUnknown.class)
        .isThrownBy(() -> world.send(waiting));
    UUID behind = world.command("behind");
    assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> world.send(behind));

    server.ask("ALTER SYSTEM SET synchronous_standby_names = ''");
    server.ask("SELECT pg_reload_conf()");
    world.recovers();
    world.everyCommandIsRecordedOnce(answered);
  }
}
