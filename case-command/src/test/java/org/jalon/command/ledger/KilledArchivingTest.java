package org.jalon.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jalon.command.ledger.Appends.ANA;
import static org.jalon.command.ledger.Appends.append;
import static org.jalon.command.ledger.Appends.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The operator's command, killed in the middle: the ledger goes on, and the next one completes. */
class KilledArchivingTest {

  private static final int WIDTH = 1_000;
  private static final int PARTITIONS = 3;

  private final TestLedger database = new TestLedger();
  @TempDir Path directory;

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aKilledCommandIsCompletedByTheNext() throws Exception {
    database.makePartitionsOf(WIDTH);
    Ledger ledger = database.open();
    StagedEvent[] hundred =
        Collections.nCopies(100, event("Noted", ANA)).toArray(StagedEvent[]::new);
    for (int i = 0; i < PARTITIONS * WIDTH / 100; i++) {
      append(ledger, hundred);
    }

    for (int lines = 1; lines <= 3; lines++) {
      killedAfter(lines);
      assertThat(append(ledger, event("Between", ANA))).isPresent();
      assertThat(ledger.audit().integrity(1, Long.MAX_VALUE).verified()).isTrue();
    }
    Path said = directory.resolve("said.txt");
    Process last = command(said);

    assertThat(last.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(Files.readString(said)).contains("partitions archived");
    assertThat(last.exitValue()).isZero();
    assertThat(database.ask("SELECT count(*) FROM archived_partition")).isEqualTo("3");
    assertThat(database.ask("SELECT bool_and(read_only) FROM partition WHERE last_position < 3000"))
        .isEqualTo("t");
    try (var files = Files.list(directory)) {
      assertThat(files.filter(file -> file.toString().endsWith(".jsonl"))).hasSize(PARTITIONS);
    }
  }

  /** Kills the command when it has said so much; it may be done by then. */
  private void killedAfter(int lines) throws Exception {
    Path said = directory.resolve("said-" + lines + ".txt");
    Process process = command(said);
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(2))
        .until(() -> !process.isAlive() || count(said) >= lines);
    process.destroyForcibly();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
  }

  private static long count(Path said) throws IOException {
    try (var lines = Files.lines(said)) {
      return lines.count();
    }
  }

  private Process command(Path said) throws Exception {
    PGSimpleDataSource login = database.superuser().unwrap(PGSimpleDataSource.class);
    var builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ArchiveLedger.class.getName(),
                "--url",
                login.getUrl(),
                "--user",
                login.getUser(),
                "--ledger",
                database.id().value(),
                "--directory",
                directory.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().put("JALON_DATABASE_PASSWORD", login.getPassword());
    return builder.start();
  }
}
