package org.jalon.command.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jalon.postgres.TestServer;
import org.jalon.postgres.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever happens on the way to the server, an answer is true and a command is recorded once. */
class CutConnectionsTest {

  private TestServer server;
  private FaultyWorld world;

  @BeforeEach
  void start() {
    server = TestServer.fresh();
    world = new FaultyWorld(server);
  }

  @AfterEach
  void close() {
    world.close();
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void a_connection_cut_in_the_middle_of_a_commit_leaves_one_record(Wire.Moment moment)
      throws Exception {
    world.recovers();
    Map<UUID, Outcome> answered = new HashMap<>();
    for (int i = 0; i < 8; i++) {
      List<UUID> commands = world.commands(4, "cut");
      world.wire().cutAt(world.about(commands.getLast()), moment);
      answered.putAll(world.sendAll(commands));
      assertThat(world.wire().cuts()).isEqualTo(i + 1);
    }

    assertThat(answered).as("the writer settles by itself").hasSize(32);
    world.everyCommandIsRecordedOnce(answered);
  }

  @Test
  void a_wire_that_carries_nothing_keeps_nobody_waiting_beyond_the_deadline() throws Exception {
    world.recovers();
    var load = world.load(world.commands(300, "under-way"));

    world.wire().freeze();
    List<UUID> frozen = world.commands(20, "frozen");
    assertThat(world.sendAll(frozen)).as("answers while nothing passes").isEmpty();
    Map<UUID, Outcome> answered = load.get();
    world.wire().thaw();

    world.recovers();
    world.everyCommandIsRecordedOnce(answered);
  }
}
