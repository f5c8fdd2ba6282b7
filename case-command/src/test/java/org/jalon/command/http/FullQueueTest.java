package org.jalon.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jalon.command.http.WriteSideServer.Answer;
import org.jalon.postgres.ScratchDatabase;
import org.jalon.postgres.ScratchPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More commands than may wait for the ledger: some are put off, and none is lost. */
class FullQueueTest {

  private static final int COMMANDS = 12;
  private static final Map<String, Object> SMALL =
      Map.of("jalon.command.queue.requests", "2", "jalon.command.queue.patience", "200ms");

  @TempDir private Path directory;

  @Test
  void what_finds_no_room_is_told_when_to_come_again_and_the_others_are_recorded()
      throws Exception {
    ScratchDatabase database = ScratchPostgres.fresh();
    List<Answer> answers = new ArrayList<>();
    try (var server = new WriteSideServer(directory, database, SMALL);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> sent = new ArrayList<>();
      try (Connection blocker = database.dataSource().getConnection()) {
        blocker.setAutoCommit(false);
        blocker.createStatement().execute("LOCK TABLE jalon_main_ledger.event_tag IN SHARE MODE");
        for (int i = 0; i < COMMANDS; i++) {
          sent.add(threads.submit(opening(server, i)));
        }
        Awaitility.await()
            .atMost(Duration.ofSeconds(20))
            .until(() -> sent.stream().filter(Future::isDone).count() >= COMMANDS - 5);
        blocker.rollback();
      }
      for (Future<Answer> one : sent) {
        answers.add(one.get(30, TimeUnit.SECONDS));
      }

      assertThat(answers).extracting(Answer::status).containsOnly(200, 503);
      List<Answer> refused = answers.stream().filter(answer -> answer.status() == 503).toList();
      assertThat(refused).extracting(Answer::code).containsOnly("LEDGER_BUSY");
      assertThat(refused)
          .allMatch(answer -> answer.response().headers().firstValue("Retry-After").isPresent());
      assertThat(server.facts(0)).hasSize(COMMANDS - refused.size());
      for (int i = 0; i < COMMANDS; i++) {
        if (answers.get(i).status() == 503) {
          assertThat(opening(server, i).call().status()).as("case %d again", i).isEqualTo(200);
        }
      }
      assertThat(server.facts(0)).hasSize(COMMANDS);
    }
  }

  private static Callable<Answer> opening(WriteSideServer server, int number) {
    String body =
        """
        {"caseId": "c%d", "household": "h%d", "programme": "polyvalence",
         "effectiveOn": "2026-01-01"}
        """
            .formatted(number, number);
    return () -> server.post("/api/commands/OpenCase", body);
  }
}
