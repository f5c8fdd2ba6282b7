package org.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What happens when the embedded server is gone. */
class LostDatabaseIT {

  @Test
  void jalon_ends_with_its_database_and_keeps_what_was_acknowledged() throws Exception {
    Path data = RunningJalon.absent();
    try (RunningJalon jalon = RunningJalon.on(data)) {
      assertThat(jalon.command("OpenCase", opening("a/b")).status()).isEqualTo(200);
      ProcessHandle.of(server(data)).orElseThrow().destroyForcibly();

      assertThat(jalon.end()).isEqualTo(2);
      assertThat(jalon.output()).contains("Start Jalon again");
    }
    try (RunningJalon again = RunningJalon.on(data)) {
      Answer file = again.getAt("main:1", "/api/cases/a%2Fb");
      assertThat(file.status()).isEqualTo(200);
      assertThat(file.text()).contains("a/b");
    }
  }

  @Test
  void nothing_in_the_environment_makes_it_listen_elsewhere() throws Exception {
    Map<String, String> elsewhere = Map.of("SERVER_ADDRESS", "0.0.0.0", "SERVER_PORT", "1");
    try (RunningJalon jalon = RunningJalon.on(RunningJalon.absent(), elsewhere)) {
      assertThat(jalon.get("/api/cases").status()).isEqualTo(200);
      String own = "0100007F:%04X".formatted(jalon.port());
      assertThat(
              Files.readString(Path.of("/proc/net/tcp"))
                  + Files.readString(Path.of("/proc/net/tcp6")))
          .contains(own)
          .doesNotContain(" 00000000:%04X ".formatted(jalon.port()));
    }
  }

  private static String opening(String caseId) {
    return "{\"caseId\": \"%s\", \"household\": \"h\", \"programme\": \"polyvalence\"}"
        .formatted(caseId);
  }

  private static long server(Path data) throws Exception {
    return Long.parseLong(
        Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst().strip());
  }
}
