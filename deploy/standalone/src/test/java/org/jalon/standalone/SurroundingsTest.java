package org.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.jalon.kernel.schema.DatabaseAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the environment can say, and what it cannot. */
class SurroundingsTest {

  @Test
  void nothing_said_means_home_8080_and_the_embedded_server() {
    Surroundings said = Surroundings.of(Map.of("JALON_PORT", " ", "JALON_DATABASE_URL", ""));
    assertThat(said.data()).isEqualTo(Path.of(System.getProperty("user.home"), ".jalon"));
    assertThat(said.port()).isEqualTo(8080);
    assertThat(said.database()).isEmpty();
  }

  @Test
  void a_relative_directory_is_taken_from_where_jalon_was_started() {
    assertThat(Surroundings.of(Map.of("JALON_DATA", "a/../b")).data())
        .isEqualTo(Path.of("b").toAbsolutePath());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "-1", "http", "8080.0", "999999999999", "٨"})
  void a_port_is_a_number_that_ports_have(String port) {
    assertThatThrownBy(() -> Surroundings.of(Map.of("JALON_PORT", port)))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("JALON_PORT is '" + port + "'");
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://h:5/d?user=u&password=p%40x, jdbc:postgresql://h:5/d",
    "jdbc:postgresql://h:5/d?user=u&ssl=true&password=p%40x, jdbc:postgresql://h:5/d?ssl=true",
    "postgresql://u:p%40x@h:5/d, jdbc:postgresql://h:5/d",
    "postgres://u:p%40x@h/d?sslmode=require, jdbc:postgresql://h/d?sslmode=require"
  })
  void user_and_password_are_taken_out_of_the_address(String given, String address) {
    assertThat(database(Map.of("JALON_DATABASE_URL", given)))
        .isEqualTo(new DatabaseAccess(address, "u", "p@x"));
  }

  @Test
  void user_and_password_given_apart_win() {
    assertThat(
            database(
                Map.of(
                    "JALON_DATABASE_URL", "postgresql://u:p@h/d",
                    "JALON_DATABASE_USER", "v",
                    "JALON_DATABASE_PASSWORD", "q")))
        .isEqualTo(new DatabaseAccess("jdbc:postgresql://h/d", "v", "q"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://u:secret@h/d",
        "h:5432/d",
        "jdbc:postgresql:",
        "postgresql://h/d?password=secret"
      })
  void what_is_no_address_or_names_no_user_is_refused_without_the_password(String given) {
    assertThatThrownBy(() -> Surroundings.of(Map.of("JALON_DATABASE_URL", given)))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("JALON_DATABASE_URL")
        .message()
        .doesNotContain("secret");
  }

  private static DatabaseAccess database(Map<String, String> environment) {
    return Surroundings.of(environment).database().orElseThrow();
  }
}
