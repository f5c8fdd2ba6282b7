package org.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Jalon says when it starts, and when it cannot. */
class StartIT {

  @Test
  void it_says_where_it_listens_and_keeps_its_data_readable_by_its_owner_only() throws Exception {
    RunningJalon jalon = SharedJalon.running();
    assertThat(jalon.output())
        .contains("http://localhost:" + jalon.port() + "/", jalon.data().toString(), "README");
    assertThat(permissions(jalon.data())).isEqualTo("rwx------");
    assertThat(permissions(jalon.data().resolve("keys"))).isEqualTo("rwx------");
    assertThat(permissions(jalon.data().resolve("keys/wrapping.key"))).isEqualTo("rw-------");
  }

  @ParameterizedTest
  @CsvSource({
    "JALON_PORT, http",
    "JALON_PORT, 0",
    "JALON_PORT, 65536",
    "JALON_PORT, -1",
    "JALON_DATABASE_URL, mysql://localhost/x",
    "JALON_DATABASE_URL, jdbc:postgresql://localhost/x",
    "JALON_DATABASE_URL, postgresql://me:secret@127.0.0.1:1/x",
    "JALON_DATA, /proc/nowhere"
  })
  void a_setting_that_cannot_be_meant_is_named(String name, String value) throws Exception {
    RunningJalon jalon = launch(RunningJalon.freePort(), Map.of(name, value));
    assertRefused(jalon, name);
    assertThat(jalon.output()).doesNotContain("secret");
  }

  @Test
  void a_taken_port_is_named_with_the_way_out() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      RunningJalon jalon = launch(taken.getLocalPort(), Map.of());
      assertRefused(jalon, "port " + taken.getLocalPort());
      assertThat(jalon.output()).contains("JALON_PORT");
    }
  }

  @Test
  void a_second_instance_on_the_same_data_is_refused_and_the_first_goes_on() throws Exception {
    RunningJalon first = SharedJalon.running();
    RunningJalon second = RunningJalon.launch(first.data(), RunningJalon.freePort(), Map.of());
    assertRefused(second, first.data().toString());
    assertThat(first.get("/api/cases").status()).isEqualTo(200);
  }

  private static RunningJalon launch(int port, Map<String, String> environment) {
    return RunningJalon.launch(RunningJalon.absent(), port, environment);
  }

  private static void assertRefused(RunningJalon jalon, String naming) throws Exception {
    assertThat(jalon.end()).isEqualTo(1);
    assertThat(jalon.output()).startsWith("Jalon does not start: ").contains(naming);
    assertThat(jalon.output().lines().count()).as(jalon.output()).isEqualTo(1);
    assertThat(jalon.output()).doesNotContain("Exception", "\tat ");
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
