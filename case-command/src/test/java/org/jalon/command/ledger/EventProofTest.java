package org.jalon.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jalon.command.ledger.Appends.ANA;
import static org.jalon.command.ledger.Appends.append;
import static org.jalon.command.ledger.Appends.event;
import static org.jalon.command.ledger.Appends.sealed;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jalon.command.ledger.chain.Broken;
import org.jalon.command.ledger.chain.Checkpoint;
import org.jalon.command.ledger.chain.EventRow;
import org.jalon.command.ledger.chain.Proof;
import org.jalon.command.ledger.chain.Trust;
import org.jalon.command.ledger.checkpoint.Checkpoints;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every event of batches of every shape is proved, and nothing else. */
class EventProofTest {

  private static final int LARGEST = 17;

  @TempDir private Path directory;
  private final TestLedger database = new TestLedger();
  private final Ledger ledger = database.open();
  private @Nullable Checkpoint checkpoint;

  @BeforeEach
  void batchesOfEverySize() {
    for (int size = 1; size <= LARGEST; size++) {
      append(
          ledger,
          IntStream.range(0, size)
              .mapToObj(i -> i % 2 == 0 ? event("Opened", ANA) : sealed("Told", "geheim", ANA))
              .toArray(StagedEvent[]::new));
    }
    try (Checkpoints checkpoints =
        Checkpoints.open(
            ledger,
            directory.resolve("checkpoint.key"),
            directory.resolve("checkpoints.jsonl"),
            Duration.ofDays(1),
            InstantSource.system())) {
      checkpoint = checkpoints.newest().orElseThrow();
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void everyEventIsProvedUpToTheCheckpoint() throws Exception {
    for (long position = 1; position <= ledger.head().position(); position++) {
      Proof proof = ledger.audit().proof(position, checkpoint).orElseThrow();

      assertThat(proof.event().sealed()).isNull();
      assertThat(proof.verify(Trust.inAnyKey())).contains("checkpoint of position");
    }
    assertThat(ledger.audit().proof(ledger.head().position() + 1, checkpoint)).isEmpty();
  }

  @Test
  void oldBatchesAreProvedFromTheirEvents() throws Exception {
    Proof before = ledger.audit().proof(50, checkpoint).orElseThrow();
    database.alter("UPDATE batch SET leaf_hashes = NULL");

    assertThat(ledger.audit().proof(50, checkpoint).orElseThrow().path())
        .usingRecursiveComparison()
        .isEqualTo(before.path());
  }

  @Test
  void anotherEventPathBatchOrCheckpointProvesNothing() throws Exception {
    Proof proof = ledger.audit().proof(50, checkpoint).orElseThrow();
    Proof other = ledger.audit().proof(51, checkpoint).orElseThrow();
    Proof elsewhere = ledger.audit().proof(3, checkpoint).orElseThrow();

    assertBroken(with(proof, other.event(), other.leafHash(), proof.path()));
    assertBroken(with(proof, proof.event(), other.leafHash(), proof.path()));
    assertBroken(with(proof, proof.event(), proof.leafHash(), other.path()));
    assertBroken(with(proof, proof.event(), proof.leafHash(), proof.path().subList(1, 3)));
    List<byte[]> longer = new ArrayList<>(proof.path());
    longer.add(new byte[32]);
    assertBroken(with(proof, proof.event(), proof.leafHash(), longer));
    assertBroken(
        new Proof(
            proof.ledger(),
            proof.event(),
            proof.leafHash(),
            proof.path(),
            elsewhere.before(),
            proof.batch(),
            proof.links(),
            checkpoint));
    assertBroken(
        new Proof(
            proof.ledger(),
            proof.event(),
            proof.leafHash(),
            proof.path(),
            proof.before(),
            proof.batch(),
            proof.links().subList(0, 3),
            checkpoint));
  }

  @Test
  void aProofWithoutItsCheckpointProvesNothingToWhoKnowsTheKey() throws Exception {
    Checkpoint signed = Objects.requireNonNull(checkpoint);
    Trust trust = new Trust(List.of(signed.publicKey()));
    Proof bare = ledger.audit().proof(50, null).orElseThrow();

    assertThat(ledger.audit().proof(50, signed).orElseThrow().verify(trust)).contains("key given");
    assertThat(bare.verify(Trust.inAnyKey())).contains("compare it with one kept elsewhere");
    assertThatThrownBy(() -> bare.verify(trust))
        .isInstanceOf(Broken.class)
        .hasMessageContaining("no checkpoint signed by the key given");
  }

  @Test
  void anAlteredEventHasNoProof() throws Exception {
    database.alter("UPDATE event SET payload = 'x' WHERE position = 50");

    assertThatThrownBy(() -> ledger.audit().proof(50, checkpoint)).isInstanceOf(Broken.class);
    assertThat(ledger.audit().proof(51, checkpoint)).as("its neighbour has").isPresent();
  }

  private static Proof with(Proof proof, EventRow event, byte[] leafHash, List<byte[]> path) {
    return new Proof(
        proof.ledger(),
        event,
        leafHash,
        path,
        proof.before(),
        proof.batch(),
        proof.links(),
        proof.checkpoint());
  }

  private static void assertBroken(Proof proof) {
    assertThatThrownBy(() -> proof.verify(Trust.inAnyKey())).isInstanceOf(Broken.class);
  }
}
