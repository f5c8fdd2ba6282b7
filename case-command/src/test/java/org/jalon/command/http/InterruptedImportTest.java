package org.jalon.command.http;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jalon.command.http.WriteSideServer.Answer;
import org.jalon.command.importing.job.Import;
import org.jalon.command.importing.job.Imports;
import org.jalon.kernel.Actor;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.event.CaseEvent;
import org.jalon.kernel.feed.Recorded;
import org.jalon.postgres.ScratchPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Imports that are stopped, and those for which there is no place. */
class InterruptedImportTest {

  private static final String XES = "/api/imports/xes?programme=permits&closeAtLastEvent=true";
  private static final byte[] EMPTY_LOG = "<log/>".getBytes(StandardCharsets.UTF_8);
  private static final int CASES = 2_000;
  private static final int FACTS_OF_A_CASE = 7;

  @TempDir private Path directory;

  @Test
  void an_import_that_was_stopped_is_finished_by_repeating_it() throws Exception {
    var database = ScratchPostgres.fresh();
    byte[] log = log();
    Import stopped;
    try (var server = new WriteSideServer(directory, database)) {
      Answer begun = server.post(XES, WriteSideServer.BINARY, log);
      var id = UUID.fromString(begun.body().get("id").stringValue());
      stopped = server.bean(Imports.class).find(id).orElseThrow();
      Awaitility.await()
          .pollInterval(Duration.ofMillis(1))
          .until(() -> stopped.report().recorded() > 100 * FACTS_OF_A_CASE);
    }
    assertThat(stopped.report().state()).isEqualTo(Import.State.FAILED);
    assertThat(stopped.report().failure())
        .extracting(Import.Failure::code)
        .isEqualTo("INTERRUPTED");
    try (var uploads = Files.list(directory.resolve("imports"))) {
      assertThat(uploads).isEmpty();
    }
    try (var server = new WriteSideServer(directory, database)) {
      Map<?, Long> recorded = factsPerCase(server);
      assertThat(recorded.size()).isBetween(100, CASES - 1);
      assertThat(recorded.values().stream().collect(toSet()))
          .as("facts of a trace are recorded together or not at all")
          .containsExactly((long) FACTS_OF_A_CASE);
      assertThat(stopped.report().recorded()).isLessThanOrEqualTo(server.head());
      Answer unknown = server.get("/api/imports/" + stopped.id());
      assertThat(unknown.status()).isEqualTo(404);
      JsonNode repeated = server.imported(XES, WriteSideServer.BINARY, log);
      assertThat(repeated.get("state").stringValue()).isEqualTo("DONE");
      assertThat(factsPerCase(server)).hasSize(CASES);
      assertThat(factsPerCase(server).values()).containsOnly((long) FACTS_OF_A_CASE);
    }
  }

  @Test
  void there_is_place_for_a_few_imports_at_once() throws Exception {
    try (var server = new WriteSideServer(directory)) {
      var imports = server.bean(Imports.class);
      var options = new Imports.LogOptions(new ProgrammeId("permits"), true, false);
      List<PipedOutputStream> senders = new ArrayList<>();
      for (int i = 0; i < Imports.MOST_AT_ONCE; i++) {
        var sender = new PipedOutputStream();
        var body = new PipedInputStream(sender);
        senders.add(sender);
        Thread.startVirtualThread(() -> takeIn(imports, body, options));
      }
      Awaitility.await().until(() -> status(server) == 503);
      Answer refused = server.post(XES, WriteSideServer.BINARY, EMPTY_LOG);
      assertThat(refused.code()).isEqualTo("TOO_MANY_IMPORTS");
      assertThat(refused.response().headers().firstValue("Retry-After")).isPresent();
      for (PipedOutputStream sender : senders) {
        sender.write(EMPTY_LOG);
        sender.close();
      }
      Awaitility.await().until(() -> status(server) == 202);
    }
  }

  private static void takeIn(Imports imports, InputStream body, Imports.LogOptions options) {
    try {
      imports.log(body, options, Actor.LOCAL, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int status(WriteSideServer server) throws Exception {
    return server.post(XES, WriteSideServer.BINARY, EMPTY_LOG).status();
  }

  private static Map<?, Long> factsPerCase(WriteSideServer server) throws InterruptedException {
    return server.facts(0).stream()
        .map(Recorded::event)
        .filter(CaseEvent.class::isInstance)
        .map(CaseEvent.class::cast)
        .collect(groupingBy(CaseEvent::caseId, counting()));
  }

  private static byte[] log() {
    String traces =
        String.join(
            "",
            IntStream.range(0, CASES)
                .mapToObj(
                    i ->
                        """
                        <trace><string key="concept:name" value="case-%1$d"/>
                        <event><string key="concept:name" value="Visit"/><string key="org:resource" value="Ana"/>
                        <date key="time:timestamp" value="2020-05-05T10:00:00Z"/></event>
                        <event><string key="concept:name" value="Call"/><string key="org:resource" value="Ben"/>
                        <date key="time:timestamp" value="2020-06-05T10:00:00Z"/></event></trace>
                        """
                            .formatted(i))
                .toList());
    return ("<log>" + traces + "</log>").getBytes(StandardCharsets.UTF_8);
  }
}
