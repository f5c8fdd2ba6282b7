package org.jalon.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MeansTest {

  @ParameterizedTest
  @CsvSource({"Mac OS X, aarch64", "Linux, aarch64", "Windows 11, amd64"})
  void other_platforms_are_sent_to_an_existing_server(String system, String processor) {
    assertThatThrownBy(() -> new Platform(system, processor).requireShipped())
        .isInstanceOf(CannotStartPostgres.class)
        .hasMessageContainingAll(system, processor, "JALON_DATABASE_URL");
  }

  @Test
  void the_shipped_platform_passes() {
    assertThatCode(new Platform("Linux", "amd64")::requireShipped).doesNotThrowAnyException();
  }

  @Test
  void a_first_start_asks_for_room_before_it_writes() {
    Path home = Path.of("home");
    assertThatThrownBy(() -> Space.requireFirstStart(home, 199))
        .isInstanceOf(CannotStartPostgres.class)
        .hasMessageContainingAll("home has 199 MB free", "needs 200 MB", "JALON_DATA");
    assertThatCode(() -> Space.requireFirstStart(home, 200)).doesNotThrowAnyException();
  }

  @Test
  void root_gives_its_power_away_and_others_have_none_to_give() {
    List<String> command = List.of("postgres");
    assertThat(new HostUser(0).command(command)).containsExactly("unshare", "-U", "postgres");
    assertThat(new HostUser(1000).command(command)).containsExactly("postgres");
  }

  @Test
  void missing_commands_of_the_system_are_named() throws Exception {
    Path data = ScratchDirectory.absent();
    List<String> withoutCommands = List.of("/usr/bin/env", "PATH=/nonexistent");
    String missing = HostUser.current().id() == 0 ? "unshare -U" : "setsid";
    try (var other =
        ChildJvm.start(withoutCommands, System.getProperty("java.class.path"), "hold", data)) {
      assertThat(other.says("refused:")).contains(missing, "util-linux", "JALON_DATABASE_URL");
    } finally {
      ScratchDirectory.delete(data);
    }
  }
}
