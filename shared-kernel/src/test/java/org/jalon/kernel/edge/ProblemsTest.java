package org.jalon.kernel.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProblemsTest {

  private static final EdgeServer SERVER = EdgeServer.start();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/fails/value, 400, TEXT_MALFORMED",
    "/fails/keys, 503, KEYS_UNAVAILABLE",
    "/fails/feed, 503, STORE_UNAVAILABLE",
    "/fails/connection, 503, STORE_UNAVAILABLE",
    "/fails/interrupted, 503, STORE_UNAVAILABLE",
    "/fails/sql, 500, INTERNAL",
    "/fails/other, 500, INTERNAL",
    "/nowhere, 404, NOT_FOUND",
    "/on, 400, PARAMETER_MISSING",
    "/on?day=tomorrow, 400, PARAMETER_MALFORMED",
    "/cases/ana@example.org, 400, IDENTIFYING_ID",
    "/cases/a%C2%ADb, 400, ID_MALFORMED"
  })
  void what_goes_wrong_is_one_kind_of_document(String path, int status, String code)
      throws IOException {
    var answer = SERVER.get(path);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.head()).contains("application/problem+json");
    assertThat(answer.body())
        .contains("\"code\":\"" + code + "\"")
        .contains("\"violations\":[{")
        .contains("\"status\":" + status)
        .doesNotContain("secret detail")
        .doesNotContain("Exception");
  }

  @Test
  void what_passes_says_when_to_come_back() throws IOException {
    assertThat(SERVER.get("/fails/connection").head()).contains("Retry-After: 2");
  }

  @Test
  void a_wrong_method_is_a_problem_that_names_the_right_ones() throws IOException {
    var answer = SERVER.send("DELETE /ok", "Host: " + SERVER.host(), "");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.head()).contains("Allow: ").contains("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"text\":{}}", "null"})
  void a_body_that_is_not_what_the_call_takes_is_malformed(String body) throws IOException {
    var answer =
        SERVER.send(
            "POST /body",
            "Host: %s\nContent-Type: application/json\nContent-Length: %d"
                .formatted(SERVER.host(), body.length()),
            body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("BODY_MALFORMED");
  }
}
