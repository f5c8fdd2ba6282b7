package org.jalon.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jalon.command.ledger.Appends.ANA;
import static org.jalon.command.ledger.Appends.append;
import static org.jalon.command.ledger.Appends.event;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import org.jalon.command.http.Verifying;
import org.jalon.command.ledger.checkpoint.Checkpoints;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verifier on its command line, on a JDK with its classes alone. */
class VerifierTest {

  @TempDir private Path directory;
  private final TestLedger database = new TestLedger();
  private final Ledger ledger = database.open();
  private String key = "";

  @BeforeEach
  void threeBatchesAndACheckpointOfTheSecondAndThird() {
    append(ledger, event("Opened", ANA), event("Assigned", ANA));
    append(ledger, event("Planned", ANA));
    sign();
    append(ledger, event("Started", ANA), event("Ended", ANA));
    sign();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void checkpointsThatAreMetAreCounted() throws Exception {
    assertThat(Verifying.run("--checkpoint", checkpoints(), "--key", key, export(1, 5)))
        .contains("VERIFIED positions 1 to 5")
        .contains("2 checkpoints kept elsewhere were met, the last at position 5")
        .contains("exit 0");
    assertThat(Verifying.run("--checkpoint", checkpoints(), export(1, 5)))
        .contains("only against the key named beside them");
    assertThat(Verifying.run(export(1, 5))).contains("none was given").contains("exit 0");
    assertThat(Verifying.run("--key", key, export(1, 5)))
        .contains("no checkpoint signed by the key given")
        .contains("exit 1");
  }

  @Test
  void aCutTailIsFound() throws Exception {
    Rewriting.cut(database, 3);

    assertThat(Verifying.run(export(1, 5))).as("by itself").contains("exit 0");
    assertThat(Verifying.run("--checkpoint", checkpoints(), "--key", key, export(1, 5)))
        .contains("BROKEN first at position 4")
        .contains("tail is cut")
        .contains("exit 1");
  }

  @Test
  void aWhollyRewrittenHistoryIsFound() throws Exception {
    Rewriting.from(database, 4);

    assertThat(Verifying.run(export(1, 5))).as("by itself").contains("exit 0");
    assertThat(Verifying.run("--checkpoint", checkpoints(), export(1, 5)))
        .contains("BROKEN first at position 4")
        .contains("HISTORY_FORKED")
        .contains("exit 1");
  }

  @Test
  void aRangeIsNoCutTailAndBeginsAtACheckpoint() throws Exception {
    assertThat(Verifying.run("--checkpoint", checkpoints(), export(1, 3))).contains("exit 1");
    assertThat(Verifying.run("--range", "--checkpoint", checkpoints(), export(1, 3)))
        .contains("1 checkpoints kept elsewhere were met")
        .contains("exit 0");
    assertThat(Verifying.run("--checkpoint", checkpoints(), export(4, 5)))
        .contains("2 checkpoints kept elsewhere were met")
        .contains("exit 0");
  }

  @Test
  void anExportBesideAllCheckpointsIsRefused() throws Exception {
    append(ledger, event("Reviewed", ANA));
    append(ledger, event("Closed", ANA));
    String cut = export(7, 7);
    assertThat(Verifying.run(cut)).as("by itself").contains("exit 0");
    assertThat(Verifying.run("--checkpoint", checkpoints(), "--key", key, cut))
        .contains("BROKEN first at position 7")
        .contains("none of the checkpoints given lies at 6 to 7")
        .contains("exit 1");
    assertThat(Verifying.run("--range", "--checkpoint", checkpoints(), export(1, 2)))
        .contains("none of the checkpoints given lies at 0 to 2")
        .contains("exit 1");
    assertThat(Verifying.run("--checkpoint", checkpoints(), export(6, 7)))
        .contains("1 checkpoints kept elsewhere were met")
        .contains("exit 0");
  }

  @Test
  void anotherKeyOrSignatureIsRefused() throws Exception {
    byte[] other = Base64.getDecoder().decode(key);
    other[other.length - 1] ^= 1;
    String given = Base64.getEncoder().encodeToString(other);
    assertThat(Verifying.run("--checkpoint", checkpoints(), "--key", given, export(1, 5)))
        .contains("BROKEN")
        .contains("exit 1");
    String signed = Files.readString(file());
    Files.writeString(file(), signed.replace("\"position\":5", "\"position\":4"));
    assertThat(Verifying.run("--checkpoint", checkpoints(), export(1, 5)))
        .contains("is not signed")
        .contains("exit 1");
  }

  @Test
  void whatCannotBeReadOrUnderstoodEndsWithTwo() throws Exception {
    assertThat(Verifying.run()).contains("usage").contains("exit 2");
    assertThat(Verifying.run("--help")).contains("usage").contains("exit 0");
    assertThat(Verifying.run("--unknown", "x")).contains("no option --unknown").contains("exit 2");
    assertThat(Verifying.run("missing.jsonl")).contains("missing.jsonl").contains("exit 2");
    assertThat(Verifying.run("--checkpoint", export(1, 5), export(1, 5)))
        .contains("is no checkpoint")
        .contains("exit 2");
    assertThat(Verifying.run("--key", "%", export(1, 5))).contains("base64").contains("exit 2");
    assertThat(Verifying.run("proof", export(1, 5))).contains("exit 2");
  }

  private void sign() {
    try (Checkpoints checkpoints =
        Checkpoints.open(
            ledger,
            directory.resolve("checkpoint.key"),
            file(),
            Duration.ofDays(1),
            InstantSource.system())) {
      key = Base64.getEncoder().encodeToString(checkpoints.publicKey());
    }
  }

  private Path file() {
    return directory.resolve("checkpoints.jsonl");
  }

  private String checkpoints() {
    return file().toString();
  }

  private String export(long from, long to) throws Exception {
    Path file = directory.resolve("export-%d-%d.jsonl".formatted(from, to));
    try (OutputStream target = Files.newOutputStream(file)) {
      ledger.audit().export(from, to, true, target);
    }
    return file.toString();
  }
}
