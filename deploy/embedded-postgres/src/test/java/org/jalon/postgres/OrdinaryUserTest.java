package org.jalon.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the build runs as root, what an ordinary user meets; the other tests are root's then. */
final class OrdinaryUserTest {

  private static final int NOBODY = 65_534;
  private static final List<String> AS_NOBODY =
      List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Path home = Path.of("");
  private Path data = Path.of("");

  @BeforeEach
  void makeHome() throws IOException, InterruptedException {
    assumeThat(HostUser.current().id())
        .as("this build runs as an ordinary user, so every test of this module is one already")
        .isZero();
    assumeThat(nobodyCanRun(ChildJvm.java(), "-version"))
        .as("the command `setpriv` is missing or the JDK is readable to root only")
        .isTrue();
    home = Files.createTempDirectory("jalon-ordinary-user");
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path own = Files.createDirectory(home.resolve("own"));
    Files.setAttribute(own, "unix:uid", NOBODY);
    data = own.resolve("data");
  }

  @AfterEach
  void deleteHome() throws IOException {
    if (home.isAbsolute()) {
      await().atMost(PATIENCE).until(() -> ServerProcesses.in(data).isEmpty());
      Directories.delete(home);
    }
  }

  @Test
  void the_server_works_and_keeps_its_rows_over_a_kill() throws Exception {
    String classPath = readableClassPath();
    int acknowledged;
    try (var other = ChildJvm.start(AS_NOBODY, classPath, "write", data)) {
      await().atMost(PATIENCE).until(() -> other.kept().size() >= 50);
      other.kill9();
      acknowledged = other.kept().size();
    }
    try (var again = ChildJvm.start(AS_NOBODY, classPath, "write", data)) {
      assertThat(Integer.parseInt(again.says("found"))).isGreaterThanOrEqualTo(acknowledged);
    }
  }

  @Test
  void a_directory_that_may_not_be_written_is_named() throws Exception {
    Path forbidden = home.resolve("data");
    try (var other = ChildJvm.start(AS_NOBODY, readableClassPath(), "hold", forbidden)) {
      assertThat(other.says("refused:"))
          .contains("cannot keep the database in " + forbidden, "may not write", "JALON_DATA");
    }
  }

  @Test
  void roots_start_on_it_is_refused() throws Exception {
    try (var other = ChildJvm.start(AS_NOBODY, readableClassPath(), "hold", data)) {
      other.says("ready");
      other.process().getOutputStream().close();
      other.awaitEnd();
    }
    assertThatThrownBy(() -> EmbeddedPostgres.start(data))
        .isInstanceOf(CannotStartPostgres.class)
        .hasMessageContaining("belongs to user");
  }

  private static boolean nobodyCanRun(String... command) throws InterruptedException {
    List<String> whole = new ArrayList<>(AS_NOBODY);
    whole.addAll(List.of(command));
    try {
      return new ProcessBuilder(whole)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** The local repository may lie where only root reads. */
  private String readableClassPath() throws IOException {
    Path copies = Files.createDirectory(home.resolve("classpath"));
    List<Path> copied = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path copy = copies.resolve(copied.size() + "-" + Path.of(entry).getFileName());
      copyTree(Path.of(entry), copy);
      copied.add(copy);
    }
    return copied.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path source : all.toList()) {
        Path target = to.resolve(from.relativize(source).toString());
        Files.copy(source, target);
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }
}
