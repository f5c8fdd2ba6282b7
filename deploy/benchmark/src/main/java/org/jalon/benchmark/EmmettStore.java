package org.jalon.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jalon.kernel.schema.DatabaseAccess;
import tools.jackson.databind.json.JsonMapper;

/**
 * Emmett in Node, one process, which runs our load script and opens its own pool for each spell.
 */
final class EmmettStore implements Store, AutoCloseable {

  private static final String SCRIPT = "emmett-load.mjs";
  private static final int PATIENCE_SECONDS = 120;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Process process;
  private final BufferedReader answers;
  private final Writer requests;

  /**
   * @param home in which Node finds Emmett
   */
  EmmettStore(DatabaseAccess access, Path home) throws IOException {
    Path script = home.resolve(SCRIPT);
    try (InputStream text = EmmettStore.class.getResourceAsStream(SCRIPT)) {
      Files.write(script, Objects.requireNonNull(text).readAllBytes());
    }
    URI server = URI.create(access.url().substring("jdbc:".length()));
    var builder =
        new ProcessBuilder(
                List.of(
                    "node",
                    SCRIPT,
                    server.getHost(),
                    Integer.toString(server.getPort()),
                    server.getPath().substring(1),
                    access.user(),
                    Integer.toString(Subjects.PAYLOAD_BYTES)))
            .directory(home.toFile())
            .redirectError(home.resolve("load.log").toFile());
    builder.environment().put("PGPASSWORD", access.password());
    process = builder.start();
    answers = process.inputReader();
    requests = process.outputWriter();
  }

  @Override
  public String engine() {
    return "emmett";
  }

  @Override
  public Shape shape(Shape asked) {
    return new Shape(asked.callers(), asked.events(), 1);
  }

  @Override
  public Sample run(Shape shape, Spell spell) throws Exception {
    var asked =
        Map.of(
            "callers", shape.callers(),
            "connections", Math.min(shape.callers(), Sessions.MOST),
            "events", shape.events(),
            "warmUpMillis", spell.warmUp().toMillis(),
            "measuredMillis", spell.measured().toMillis());
    requests.write(JSON.writeValueAsString(asked) + "\n");
    requests.flush();
    String answer =
        CompletableFuture.supplyAsync(this::answer).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return JSON.readValue(answer, Sample.class);
  }

  private String answer() {
    try {
      String line = answers.readLine();
      if (line == null) {
        throw new IllegalStateException("Emmett's process has ended; see load.log beside it");
      }
      return line;
    } catch (IOException e) {
      throw new IllegalStateException("Emmett's process does not answer", e);
    }
  }

  @Override
  public void close() {
    Child.end(process);
  }
}
