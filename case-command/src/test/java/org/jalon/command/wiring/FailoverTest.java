package org.jalon.command.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.jalon.command.ledger.Fork;
import org.jalon.command.ledger.Ledger;
import org.jalon.command.ledger.LedgerException;
import org.jalon.command.ledger.PostgresEventStorageEngine;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.HouseholdId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.command.OpenCase;
import org.jalon.kernel.command.ProposeAccompaniment;
import org.jalon.kernel.feed.HistoryForked;
import org.jalon.kernel.feed.Projection;
import org.jalon.kernel.feed.Projector;
import org.jalon.kernel.feed.Recorded;
import org.jalon.postgres.ScratchPostgres;
import org.jalon.postgres.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** The server is lost, and the standby that takes its place is a hundred batches behind. */
class FailoverTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final CaseId LOST = new CaseId("lost");

  private final TestServer primary = TestServer.fresh();
  private final TestServer standby = primary.standby();
  private final FaultyWorld world = new FaultyWorld(primary);
  private final Ledger ledger = world.node().ledger();

  @AfterEach
  void close() {
    world.close();
    standby.close();
    primary.close();
  }

  @Test
  void readers_stop_writers_go_on_and_every_command_is_recorded_once() throws Exception {
    Map<UUID, Outcome> survivors = sendOneByOne(20, "survives");
    long common = ledger.head().position();
    standbyFallsBehind();
    sendOneByOne(100, "is-lost");
    world
        .node()
        .decide(new OpenCase(LOST, new HouseholdId("h"), new ProgrammeId("polyvalence"), null));
    assertThat(world.node().decide(new ProposeAccompaniment(LOST)))
        .isInstanceOf(Outcome.Accepted.class);
    long last = ledger.head().position();

    MessageStream<EventMessage> stream = streamedUpTo(last);
    try (Projector view = view()) {
      assertThat(view.await(last, SOON)).isTrue();
      Future<Map<UUID, Outcome>> load = world.load(world.commands(300, "under-load"));
      primary.kill();
      assertThat(world.sendAll(world.commands(5, "away"))).isEmpty();
      load.get();
      standby.ask("SELECT pg_promote(true, 30)");
      world.wire().leadTo(standby.port());

      assertThatItIsForkedAfter(common, last);
      await().atMost(SOON).until(() -> isSpent(stream));
      assertThat(stream.error()).containsInstanceOf(LedgerException.HistoryForked.class);
      await().atMost(SOON).until(() -> view.failure().isPresent());
      assertThat(view.failure())
          .containsInstanceOf(HistoryForked.class)
          .hasValueSatisfying(
              cause ->
                  assertThat(cause)
                      .hasMessageContaining("the first that differs is position %d;", common + 1));
    }
    assertThat(world.node().decide(new ProposeAccompaniment(LOST)))
        .as("rests on nothing that is gone")
        .isInstanceOf(Outcome.Refused.class);
    world.recovers();
    world.everyCommandIsRecordedOnce(survivors);
  }

  private Map<UUID, Outcome> sendOneByOne(int number, String name) throws InterruptedException {
    Map<UUID, Outcome> answered = new HashMap<>();
    for (UUID id : world.commands(number, name)) {
      answered.put(id, world.send(id));
    }
    return answered;
  }

  private void standbyFallsBehind() throws SQLException {
    String written = primary.ask("SELECT pg_current_wal_flush_lsn()");
    String caughtUp = "SELECT pg_last_wal_replay_lsn() >= '%s'".formatted(written);
    await().atMost(SOON).until(() -> standby.ask(caughtUp).equals("t"));
    standby.ask("ALTER SYSTEM SET primary_conninfo = ''");
    standby.ask("SELECT pg_reload_conf()");
    await()
        .atMost(SOON)
        .until(() -> standby.ask("SELECT count(*) FROM pg_stat_wal_receiver").equals("0"));
  }

  private void assertThatItIsForkedAfter(long common, long last) throws Exception {
    await().atMost(SOON).until(() -> ledger.fork().isPresent());
    Fork fork = ledger.fork().orElseThrow();
    assertThat(fork.first()).isEqualTo(common + 1);
    assertThat(fork.last()).isGreaterThanOrEqualTo(last);
    assertThat(ledger.awaitBeyond(last, Duration.ofMillis(50))).isLessThanOrEqualTo(last);
    var health = new LedgerHealth(ledger, Optional::empty).health();
    assertThat(health.getStatus()).isEqualTo(Status.DOWN);
    assertThat(health.getDetails())
        .containsEntry("firstDiffering", common + 1)
        .hasEntrySatisfying(
            "forked", message -> assertThat((String) message).startsWith("HISTORY_FORKED"));
  }

  private MessageStream<EventMessage> streamedUpTo(long last) {
    MessageStream<EventMessage> stream =
        ledger.engine().stream(StreamingCondition.startingFrom(null), null);
    List<Long> positions = new ArrayList<>();
    await()
        .atMost(SOON)
        .until(
            () -> {
              for (var entry = stream.next(); entry.isPresent(); entry = stream.next()) {
                positions.add(
                    entry.get().getResource(PostgresEventStorageEngine.STORED).position());
              }
              return positions.size() == last;
            });
    return stream;
  }

  private static boolean isSpent(MessageStream<EventMessage> stream) {
    while (stream.next().isPresent()) {
      // what was read before the server was lost, one by one
    }
    return stream.error().isPresent();
  }

  /** A view whose tables are elsewhere, and not lost with the ledger's. */
  private Projector view() throws SQLException {
    var database = ScratchPostgres.freshDatabase();
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE fence (
            view text, ledger text, partition int, position bigint, chain_hash bytea,
            PRIMARY KEY (view, ledger, partition))
          """);
    }
    var view = new Projector(new LedgerFeed(ledger), new Counting(), database);
    view.start();
    return view;
  }

  private record Counting() implements Projection {

    @Override
    public String view() {
      return "counting";
    }

    @Override
    public void apply(Connection connection, List<Recorded> batch) {
      // the fence alone matters
    }
  }
}
