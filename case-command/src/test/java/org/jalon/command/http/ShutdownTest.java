package org.jalon.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jalon.kernel.LedgerId;
import org.jalon.postgres.ScratchDatabase;
import org.jalon.postgres.ScratchPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last checkpoint is of everything that was recorded. */
class ShutdownTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path directory;

  @Test
  void whatIsRecordedUntilTheEndIsSigned() throws Exception {
    ScratchDatabase database = ScratchPostgres.fresh();
    var opened = new AtomicInteger();
    Thread deciding;
    try (WriteSideServer server = new WriteSideServer(directory, database)) {
      var controller = server.bean(CommandController.class);
      deciding = Thread.ofPlatform().start(() -> openUntilRefused(controller, opened));
      await().atMost(PATIENCE).until(() -> opened.get() >= 10);
    }
    assertThat(deciding.join(PATIENCE)).isTrue();

    assertThat(Files.readAllLines(directory.resolve("keys/checkpoints-main.jsonl")).getLast())
        .contains("\"position\":%d,".formatted(head(database)));
  }

  private static void openUntilRefused(CommandController controller, AtomicInteger opened) {
    boolean accepted = true;
    while (accepted) {
      String body =
          "{\"caseId\":\"c-%1$d\",\"household\":\"h-%1$d\",\"programme\":\"polyvalence\"}"
              .formatted(opened.incrementAndGet());
      accepted = accepted(controller, body);
    }
  }

  private static boolean accepted(CommandController controller, String body) {
    try {
      var bytes = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
      return controller
          .decide("OpenCase", false, null, null, bytes)
          .getStatusCode()
          .is2xxSuccessful();
    } catch (Exception _) {
      return false;
    }
  }

  private static long head(ScratchDatabase database) throws Exception {
    String last = "SELECT max(position) FROM %s.event".formatted(LedgerId.MAIN.schema("ledger"));
    try (var connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(last)) {
      assertThat(rows.next()).isTrue();
      return rows.getLong(1);
    }
  }
}
