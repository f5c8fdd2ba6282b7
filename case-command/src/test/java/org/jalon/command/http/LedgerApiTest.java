package org.jalon.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jalon.command.http.WriteSideServer.Answer;
import org.jalon.command.ledger.Ledger;
import org.jalon.command.ledger.checkpoint.Checkpoints;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger over HTTP: where it stands, its proofs and what was signed of it. */
class LedgerApiTest {

  @TempDir private static Path directory;
  private static WriteSideServer server;

  @BeforeAll
  static void threeCases() throws Exception {
    server = new WriteSideServer(directory);
    for (int i = 1; i <= 3; i++) {
      Answer opened =
          server.post(
              "/api/commands/OpenCase",
              "{\"caseId\":\"c-%d\",\"household\":\"h-%d\",\"programme\":\"polyvalence\"}"
                  .formatted(i, i));
      assertThat(opened.status()).as(opened.text()).isEqualTo(200);
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void tellsWhereItStands() throws Exception {
    Answer answer = server.get("/api/ledger");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("ledger").asString()).isEqualTo("main");
    assertThat(answer.body().path("position").asLong()).isEqualTo(server.head());
    assertThat(answer.body().path("head").asString()).isEqualTo("main:" + server.head());
    assertThat(answer.body().path("chainHash").asString()).hasSize(64);
    assertThat(answer.body().path("genesis").asString())
        .isEqualTo("c23f71e75aabebbf2e2a68996728bd67f4858a2ed48d37b87a68c3f594bf4b8c");
    assertThat(server.get("/api/ledger?x=1").status()).isEqualTo(400);
  }

  @Test
  void checksItselfWithinATime() throws Exception {
    Answer answer = server.get("/api/ledger/integrity?seconds=5");

    assertThat(answer.body().path("verified").asBoolean()).as(answer.text()).isTrue();
    assertThat(answer.body().path("complete").asBoolean()).isTrue();
    assertThat(server.get("/api/ledger/integrity?seconds=0").status()).isEqualTo(400);
    assertThat(server.get("/api/ledger/integrity?seconds=601").status()).isEqualTo(400);
  }

  @Test
  void anEventIsProvedUpToACheckpoint() throws Exception {
    Answer answer = server.get("/api/ledger/proof/1");

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.body().path("leafHash").asString()).hasSize(64);
    assertThat(answer.body().path("checkpoint").path("position").asLong()).isPositive();
    assertThat(Verifying.run("proof", saved("proof.json", answer.response().body())))
        .contains("VERIFIED position 1")
        .contains("exit 0");
    String altered =
        answer.response().body().replace("\"type\":\"CaseOpened", "\"type\":\"CaseOpeneb");
    assertThat(Verifying.run("proof", saved("altered.json", altered)))
        .contains("BROKEN first at position 1")
        .contains("exit 1");
  }

  @Test
  void aPositionBeyondTheHeadHasNoProof() throws Exception {
    Answer beyond = server.get("/api/ledger/proof/4711");

    assertThat(beyond.status()).isEqualTo(404);
    assertThat(beyond.codes()).containsExactly("POSITION_UNKNOWN");
    assertThat(beyond.text()).contains("beyond the head");
    assertThat(server.get("/api/ledger/proof/0").status()).isEqualTo(400);
    assertThat(server.get("/api/ledger/proof/x").status()).isEqualTo(400);
  }

  @Test
  void anExportEndsWithACheckpointThatItNames() throws Exception {
    var export = server.text("/api/ledger/export");

    String named = export.headers().firstValue("Jalon-Checkpoint").orElseThrow();
    assertThat(named).startsWith("position=" + server.head() + "; chain=");
    assertThat(export.body().lines().toList().getLast()).startsWith("{\"line\":\"checkpoint\"");
    String lines = server.text("/api/ledger/checkpoints/lines").body();
    String key =
        server.get("/api/ledger/checkpoints/keys").body().at("/keys/0/publicKey").asString();
    String file = saved("export.jsonl", export.body());
    assertThat(Verifying.run("--checkpoint", saved("checkpoints.jsonl", lines), "--key", key, file))
        .contains("VERIFIED positions 1 to " + server.head())
        .contains("checked against the key given")
        .contains("exit 0");
    String other = key.substring(0, key.length() - 4) + "AAA=";
    assertThat(Verifying.run("--key", other, file)).contains("BROKEN").contains("exit 1");
  }

  @Test
  void anExportFitsItsCheckpointWhateverIsRecordedMeanwhile() throws Exception {
    long head = server.head();
    var begun = server.bean(LedgerController.class).export(head + 1, null, false);
    Answer opened =
        server.post(
            "/api/commands/OpenCase",
            "{\"caseId\":\"c-4\",\"household\":\"h-4\",\"programme\":\"polyvalence\"}");
    assertThat(opened.status()).as(opened.text()).isEqualTo(200);
    var target = new ByteArrayOutputStream();
    Objects.requireNonNull(begun.getBody()).writeTo(target);

    String file = saved("meanwhile.jsonl", target.toString(StandardCharsets.UTF_8));
    assertThat(Verifying.run(file))
        .contains("to " + head)
        .contains("Its own checkpoint was signed")
        .contains("exit 0");
  }

  @Test
  void checkpointsAreHandedOutAsTheyStandInTheFile() throws Exception {
    server.bean(Checkpoints.class).of(server.bean(Ledger.class).head());
    Path file = directory.resolve("keys/checkpoints-main.jsonl");
    Files.writeString(file, "a line of somebody else\n", StandardOpenOption.APPEND);

    assertThat(server.text("/api/ledger/checkpoints/lines").body())
        .isEqualTo(Files.readString(file));
  }

  @Test
  void checkpointsAreListedLastFirst() throws Exception {
    server.bean(Checkpoints.class).of(server.bean(Ledger.class).head());
    Answer answer = server.get("/api/ledger/checkpoints?limit=1");

    assertThat(answer.body().path("checkpoints").size()).isEqualTo(1);
    assertThat(answer.body().at("/checkpoints/0/key").asString())
        .isEqualTo(server.bean(Checkpoints.class).keyId());
    assertThat(server.get("/api/ledger/checkpoints?limit=0").status()).isEqualTo(400);
    assertThat(server.get("/api/ledger/checkpoints?offset=-1").status()).isEqualTo(400);
    assertThat(directory.resolve("keys/checkpoints-main.jsonl")).exists();
  }

  private static String saved(String name, String text) throws Exception {
    return Files.writeString(directory.resolve(name), text).toString();
  }
}
