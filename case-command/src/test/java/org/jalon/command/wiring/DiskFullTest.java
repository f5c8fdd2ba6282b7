package org.jalon.command.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jalon.command.ledger.LedgerException;
import org.jalon.postgres.SmallDisk;
import org.jalon.postgres.SmallDisk.Content;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A disk without room: answers in time, nothing by halves, and on it goes when there is room. */
class DiskFullTest {

  private final SmallDisk disk = SmallDisk.withServer();
  private final FaultyWorld world = new FaultyWorld(disk.port(), disk::at);

  @AfterEach
  void close() {
    world.close();
    disk.close();
  }

  @Test
  void without_room_for_rows_nothing_is_recorded_until_there_is_room() throws Exception {
    world.recovers();
    disk.fill(Content.ROWS);
    Map<UUID, Outcome> answered = world.sendAll(world.commands(20, "fits-perhaps"));
    List<UUID> refused = sentUntilNoneFits();

    assertThatExceptionOfType(LedgerException.Unavailable.class)
        .isThrownBy(() -> world.send(refused.getFirst()))
        .havingRootCause()
        .isInstanceOfSatisfying(
            SQLException.class,
            e -> assertThat(e.getSQLState()).as("disk full").isEqualTo("53100"));
    long head = world.node().ledger().head().position();
    assertThat(world.recorded()).doesNotContainAnyElementsOf(refused).hasSize((int) head);

    disk.free(Content.ROWS);
    world.recovers();
    world.everyCommandIsRecordedOnce(answered);
  }

  @Test
  void without_room_for_its_log_the_server_ends_and_nothing_that_was_acknowledged_is_lost()
      throws Exception {
    world.recovers();
    disk.fill(Content.LOG);
    List<UUID> refused = sentUntilNoneFits();
    assertThat(world.sendAll(refused)).isEmpty();

    assertThat(disk.hasPanicked()).as("the server ended itself").isTrue();
    disk.free(Content.LOG);
    disk.start();
    world.recovers();
    world.everyCommandIsRecordedOnce(Map.of());
    assertThat(world.node().ledger().fork()).isEmpty();
  }

  /** Sends more and more until the disk is full to the last page. */
  private List<UUID> sentUntilNoneFits() throws Exception {
    List<UUID> sent = new ArrayList<>();
    boolean room = true;
    for (int round = 0; room; round++) {
      assertThat(round).as("rounds until the disk is full").isLessThan(500);
      sent = world.commands(50, "x".repeat(100));
      room = !world.sendAll(sent).isEmpty();
    }
    return sent;
  }
}
