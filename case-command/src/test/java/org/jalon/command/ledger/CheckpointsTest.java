package org.jalon.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.jalon.command.ledger.Appends.ANA;
import static org.jalon.command.ledger.Appends.append;
import static org.jalon.command.ledger.Appends.event;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.jalon.command.ledger.chain.Checkpoint;
import org.jalon.command.ledger.chain.Integrity;
import org.jalon.command.ledger.checkpoint.Checkpoints;
import org.jalon.command.ledger.checkpoint.CheckpointsUnavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The head is signed when it has moved, outside the database, and never over another history. */
class CheckpointsTest {

  private static final Duration NEVER = Duration.ofDays(1);

  @TempDir private Path directory;
  private final TestLedger database = new TestLedger();
  private final Ledger ledger = database.open();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theHeadIsSignedAtTheStartAndAtTheEndIfItMoved() {
    try (Checkpoints none = open(NEVER)) {
      assertThat(none.list(0, 10)).as("nothing to sign").isEmpty();
      append(ledger, event("Opened", ANA));
    }
    try (Checkpoints one = open(NEVER)) {
      assertThat(one.list(0, 10)).hasSize(1);
      append(ledger, event("Assigned", ANA), event("Planned", ANA));
    }
    try (Checkpoints two = open(NEVER)) {
      List<Checkpoint> signed = two.list(0, 10);
      assertThat(signed).extracting(Checkpoint::position).containsExactly(3L, 1L);
      assertThat(signed).allMatch(Checkpoint::rightlySigned);
      assertThat(signed.getFirst().chain()).isEqualTo(ledger.head().chainHash());
      assertThat(signed.getFirst().keyId()).isEqualTo(two.keyId());
      assertThat(two.list(1, 10)).extracting(Checkpoint::position).containsExactly(1L);
    }
  }

  @Test
  void whatWasAcceptedBeforeTheLedgerDrainsIsSigned() {
    CountDownLatch asked = new CountDownLatch(1);
    Ledger slow = database.open(LedgerOptions.defaults().withClock(() -> waiting(asked)));
    Checkpoints checkpoints = Checkpoints.open(slow, key(), file(), NEVER, InstantSource.system());
    var accepted = slow.append(List.of(event("Opened", ANA)), List.of(), 0);
    Thread.ofVirtual().start(() -> refused(slow, asked));

    checkpoints.drainAndClose();

    assertThat(accepted).isCompletedWithValue(OptionalLong.of(1));
    long head = slow.head().position();
    assertThat(checkpoints.list(0, 10)).extracting(Checkpoint::position).containsExactly(head);
  }

  /** Lets the writer go on when the ledger accepts nothing any more. */
  private static void refused(Ledger ledger, CountDownLatch asked) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> ledger.append(List.of(event("Late")), List.of(), 0).isCompletedExceptionally());
    asked.countDown();
  }

  private static Instant waiting(CountDownLatch asked) {
    await().atMost(Duration.ofSeconds(20)).until(() -> asked.getCount() == 0);
    return Instant.EPOCH;
  }

  @Test
  void theHeadIsSignedAtTheInterval() {
    try (Checkpoints checkpoints = open(Duration.ofSeconds(1))) {
      append(ledger, event("Opened", ANA));

      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> checkpoints.newest().map(Checkpoint::position).orElse(0L) == 1);
    }
  }

  @Test
  void theKeyIsOfItsOwnerAloneAndNeverReplaced() throws Exception {
    append(ledger, event("Opened", ANA));
    open(NEVER).close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key())))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    String text = Files.readString(key());
    Files.delete(key());
    assertThatThrownBy(() -> open(NEVER))
        .isInstanceOf(CheckpointsUnavailable.class)
        .hasMessageContaining(key().toString())
        .hasMessageContaining("is missing")
        .hasMessageContaining("restore the key");
    Files.writeString(key(), text);
    assertThatThrownBy(() -> open(NEVER)).hasMessageContaining("chmod 600");
    Files.setPosixFilePermissions(key(), PosixFilePermissions.fromString("rw-------"));
    open(NEVER).close();
    Files.writeString(key(), text.replace("id=", "id=0").substring(0, text.length()));
    assertThatThrownBy(() -> open(NEVER)).hasMessageContaining("restore it from its backup");
  }

  @Test
  void aCutTailIsToldAndNotSignedOver() throws Exception {
    append(ledger, event("Opened", ANA));
    append(ledger, event("Assigned", ANA));
    try (Checkpoints checkpoints = open(NEVER)) {
      assertThat(checkpoints.compare()).isEmpty();
      Rewriting.cut(database, 1);

      assertThat(checkpoints.compare())
          .hasValueSatisfying(
              fork -> assertThat(fork).startsWith("HISTORY_FORKED").contains("ends at position 1"));
      assertThat(checkpoints.of(ledger.head())).isEmpty();
      assertBad(checkpoints, 2);
    }
    try (Checkpoints again = open(NEVER)) {
      assertThat(again.fork()).as("told at the start").isPresent();
      assertThat(again.list(0, 10)).extracting(Checkpoint::position).containsExactly(2L);
    }
  }

  @Test
  void aHistoryThatLostWhatNobodySignedIsNotSignedBeforeARestart() throws Exception {
    append(ledger, event("Opened", ANA));
    try (Checkpoints checkpoints = open(NEVER)) {
      append(ledger, event("Assigned", ANA));
      assertThat(checkpoints.of(ledger.head())).isPresent();
      append(ledger, event("Planned", ANA));
      append(ledger, event("Lost", ANA));
      Rewriting.cut(database, 2);
      Ledger other = database.open();
      append(other, event("Else", ANA));
      append(other, event("Other", ANA));

      assertThat(checkpoints.of(other.head())).isEmpty();
      assertThat(checkpoints.from(4)).isEmpty();
      assertThat(checkpoints.compare()).as("what was signed stands").isEmpty();
      assertThat(ledger.fork()).isPresent();
    }
    Ledger restarted = database.open();
    try (Checkpoints again =
        Checkpoints.open(restarted, key(), file(), NEVER, InstantSource.system())) {
      assertThat(again.list(0, 10)).extracting(Checkpoint::position).containsExactly(4L, 2L, 1L);
    }
  }

  @Test
  void aCheckSaysWhichCheckpointsItMet() {
    append(ledger, event("Opened", ANA));
    open(NEVER).close();
    append(ledger, event("Assigned", ANA));
    open(NEVER).close();
    append(ledger, event("Planned", ANA));
    append(ledger, event("Started", ANA));

    try (Checkpoints checkpoints = open(NEVER)) {
      assertThat(reason(checkpoints, 1, 3))
          .contains("2 checkpoints kept here were met, the last at position 2");
      assertThat(reason(checkpoints, 4, 4)).contains("1 checkpoints kept here were met");
      assertThat(reason(checkpoints, 1, 1)).contains("the last at position 1");
      assertThat(ledger.audit().integrity(1, 4).reason())
          .contains("none of the checkpoints kept here lies");
    }
  }

  private String reason(Checkpoints checkpoints, long from, long to) {
    return ledger.audit().integrity(from, to, checkpoints.anchors(to), NEVER).reason();
  }

  @Test
  void aRewrittenHistoryIsToldAndNamedBehindTheLastCheckpointThatFits() throws Exception {
    append(ledger, event("Opened", ANA), event("Assigned", ANA));
    open(NEVER).close();
    append(ledger, event("Planned", ANA));
    append(ledger, event("Started", ANA));
    try (Checkpoints checkpoints = open(NEVER)) {
      Rewriting.from(database, 4);

      assertThat(ledger.audit().integrity(1, Long.MAX_VALUE).verified()).as("without").isTrue();
      assertThat(checkpoints.compare())
          .hasValueSatisfying(fork -> assertThat(fork).contains("another chain hash"));
      assertBad(checkpoints, 3);
      assertThat(checkpoints.anchors(Long.MAX_VALUE)).isNotNull();
    }
  }

  @Test
  void aLineCutByACrashIsLeftAndTheNextOneIsWhole() throws Exception {
    append(ledger, event("Opened", ANA));
    open(NEVER).close();
    Files.writeString(file(), Files.readString(file()) + "{\"line\":\"checkp");
    append(ledger, event("Assigned", ANA));
    open(NEVER).close();

    try (Checkpoints checkpoints = open(NEVER)) {
      assertThat(checkpoints.list(0, 10)).extracting(Checkpoint::position).containsExactly(2L, 1L);
    }
  }

  @Test
  void theFileIsReadAgainOnlyWhenItHasChanged() throws Exception {
    append(ledger, event("Opened", ANA));
    try (Checkpoints checkpoints = open(NEVER)) {
      Checkpoint first = checkpoints.newest().orElseThrow();
      assertThat(checkpoints.newest().orElseThrow()).isSameAs(first);
      Files.writeString(file(), "");
      assertThat(checkpoints.newest()).isEmpty();
      append(ledger, event("Assigned", ANA));
      checkpoints.of(ledger.head());
      assertThat(checkpoints.newest().orElseThrow().position()).isEqualTo(2);
    }
  }

  private void assertBad(Checkpoints checkpoints, long position) {
    Integrity found =
        ledger.audit().integrity(1, Long.MAX_VALUE, checkpoints.anchors(Long.MAX_VALUE), NEVER);
    assertThat(found.verified()).isFalse();
    assertThat(found.reason()).contains("HISTORY_FORKED");
    assertThat(found.firstBadPosition()).isEqualTo(position);
  }

  private Path key() {
    return directory.resolve("checkpoint.key");
  }

  private Path file() {
    return directory.resolve("checkpoints.jsonl");
  }

  private Checkpoints open(Duration interval) {
    return Checkpoints.open(ledger, key(), file(), interval, InstantSource.system());
  }
}
