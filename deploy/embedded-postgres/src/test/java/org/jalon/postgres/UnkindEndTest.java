package org.jalon.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UnkindEndTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int SOME = 200;

  private Path data = ScratchDirectory.absent();

  @BeforeEach
  void leaveADirectory() throws IOException {
    data = ScratchDirectory.used();
  }

  @AfterEach
  void clean() throws IOException {
    await().atMost(PATIENCE).until(() -> ServerProcesses.in(data).isEmpty());
    ScratchDirectory.delete(data);
  }

  @Test
  void what_was_acknowledged_before_a_kill_is_there_at_once_after_it() throws Exception {
    List<Long> acknowledged;
    try (var other = ChildJvm.start("write", data)) {
      await().atMost(PATIENCE).until(() -> other.kept().size() >= SOME);
      other.kill9();
      acknowledged = other.kept();
    }
    try (var server = EmbeddedPostgres.start(data)) {
      assertThat(new Rows(server).all()).containsAll(acknowledged);
    }
  }

  @Test
  void a_killed_jvm_leaves_no_server() throws Exception {
    try (var other = ChildJvm.start("hold", data)) {
      other.says("ready");
      assertThat(ServerProcesses.in(data)).isNotEmpty();
      other.kill9();
      await().atMost(PATIENCE).until(() -> ServerProcesses.in(data).isEmpty());
    }
    assertThat(data.resolve("server.log")).content().contains("database system is shut down");
  }

  @Test
  void a_server_that_lost_its_shell_and_its_jvm_is_stopped_at_the_next_start() throws Exception {
    try (var other = ChildJvm.start("write", data)) {
      await().atMost(PATIENCE).until(() -> other.kept().size() >= SOME);
      other.process().children().forEach(OrphanedServer::killShells);
      other.kill9();
      assertThat(ServerProcesses.in(data)).isNotEmpty();
      List<Long> acknowledged = other.kept();
      try (var server = EmbeddedPostgres.start(data)) {
        assertThat(new Rows(server).all()).containsAll(acknowledged);
      }
    }
  }

  @Test
  void a_server_killed_together_with_its_jvm_recovers() throws Exception {
    List<Long> acknowledged;
    try (var other = ChildJvm.start("write", data)) {
      await().atMost(PATIENCE).until(() -> other.kept().size() >= SOME);
      List<ProcessHandle> all = other.process().descendants().toList();
      other.kill9();
      all.forEach(ProcessHandle::destroyForcibly);
      acknowledged = other.kept();
    }
    try (var server = EmbeddedPostgres.start(data)) {
      assertThat(new Rows(server).all()).containsAll(acknowledged);
    }
  }

  @Test
  void a_first_start_killed_in_the_middle_leaves_nothing_half_made() throws Exception {
    ScratchDirectory.delete(data);
    try (var other = ChildJvm.start("hold", data)) {
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(5))
          .until(() -> !unfinished().isEmpty());
      other.kill9();
      assertThat(data).doesNotExist();
    }
    try (var server = EmbeddedPostgres.start(data)) {
      assertThat(new Rows(server).column("SELECT 1")).containsExactly("1");
    }
    EmbeddedPostgres.start(data).close();
    assertThat(unfinished()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void a_signal_to_the_terminals_processes_lets_the_application_drain_first(String signal)
      throws Exception {
    assumeThat(signal.equals("TERM") || hearsInterrupts())
        .as("this JVM was started to ignore SIGINT, and its children inherit that")
        .isTrue();
    String classPath = System.getProperty("java.class.path");
    try (var other = ChildJvm.start(List.of("setsid"), classPath, "drain", data)) {
      other.says("ready");
      long group = other.process().pid();
      new ProcessBuilder("/bin/sh", "-c", "kill -s %s -- -%d".formatted(signal, group))
          .start()
          .waitFor();
      other.awaitEnd();
      assertThat(other.lines()).noneMatch(line -> line.startsWith("not drained"));
    }
    try (var server = EmbeddedPostgres.start(data)) {
      assertThat(new Rows(server).all()).containsExactly(1L);
    }
  }

  @Test
  void a_second_jvm_is_told_who_holds_the_directory() throws Exception {
    try (var server = EmbeddedPostgres.start(data);
        var other = ChildJvm.start("hold", data)) {
      assertThat(other.says("refused:"))
          .isEqualTo(
              "data directory %s is in use by another Jalon (process %d); stop it or set JALON_DATA to another directory"
                  .formatted(data, ProcessHandle.current().pid()));
      assertThat(new Rows(server).column("SELECT 1")).containsExactly("1");
    }
  }

  private List<Path> unfinished() throws IOException {
    if (!Files.exists(ScratchDirectory.HOME)) {
      return List.of();
    }
    try (var beside = Files.list(ScratchDirectory.HOME)) {
      return beside
          .filter(path -> path.getFileName().toString().startsWith(data.getFileName() + ".init"))
          .toList();
    }
  }

  private static boolean hearsInterrupts() throws IOException {
    String ignored =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .findFirst()
            .orElseThrow();
    return (Long.parseUnsignedLong(ignored.substring(7).strip(), 16) & 0b10) == 0;
  }
}
