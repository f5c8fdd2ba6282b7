package org.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no controller answers is a problem document too, and says nothing about the inside. */
class UnaskableIT {

  private final RunningJalon jalon = SharedJalon.running();

  @ParameterizedTest
  @CsvSource({
    "GET, /nothing, 404",
    "GET, /api/nothing, 404",
    "GET, /%00, 400",
    "GET, /a%2Fb, 404",
    "GET, /a|b, 400",
    "GET, /api/cases/%, 400",
    "GET, /../etc/passwd, 400",
    "DELETE, /api/commands, 405",
    "PUT, /api/cases/C1, 405",
    "TRACE, /api/commands, 405",
    "BREW, /, 405"
  })
  void an_unaskable_request_is_a_problem(String method, String path, int status)
      throws IOException {
    assertProblem(status, raw(method + " " + path + " HTTP/1.1", "Host: localhost"));
  }

  @Test
  void a_request_without_host_or_with_endless_headers_is_a_problem() throws IOException {
    assertProblem(400, raw("GET / HTTP/1.1", "X-Nothing: x"));
    assertProblem(400, raw("GET / HTTP/1.1", "Host: localhost\r\nX: " + "a".repeat(20_000)));
  }

  @Test
  void what_cannot_be_sent_in_the_type_asked_for_is_a_problem() throws Exception {
    String answer =
        RawRequest.send(
            jalon.port(),
            "GET /api/cases HTTP/1.1",
            "Host: localhost",
            "Accept: image/png",
            "Connection: close",
            "");
    assertProblem(406, answer);
    Answer xml = jalon.post("/api/commands/OpenCase", "application/xml", "<a/>");
    assertThat(xml.status()).isEqualTo(415);
    assertThat(xml.type()).isEqualTo("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{                                                             | 400 | JSON_MALFORMED",
        "[]                                                            | 400 | JSON_MALFORMED",
        "{'caseId':'C','household':'H','programme':'polyvalence','x':1}  | 400 | FIELD_UNKNOWN",
        "{'caseId':7,'household':'H','programme':'polyvalence'}          | 400 | TYPE_MISMATCH",
        "{'caseId':'C'}                                                | 400 | FIELD_MISSING"
      })
  void a_malformed_command_is_a_problem(String body, int status, String code) throws Exception {
    Answer answer = jalon.command("OpenCase", body.replace('\'', '"'));
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 20, 60})
  void a_body_of_many_megabytes_is_refused_and_the_sender_reads_why(int megabytes)
      throws Exception {
    String text = "a".repeat(megabytes * 1024 * 1024);
    for (int repeated = 0; repeated < 3; repeated++) {
      Answer answer = jalon.command("OpenCase", "{\"caseId\":\"" + text + "\"}");
      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.type()).isEqualTo("application/problem+json");
    }
  }

  @Test
  void an_unknown_command_or_case_is_a_problem() throws Exception {
    assertThat(jalon.command("OpenDoor", "{}").code()).isEqualTo("COMMAND_UNKNOWN");
    assertThat(jalon.get("/api/cases/nobody-knows-it").status()).isEqualTo(404);
  }

  private String raw(String... lines) throws IOException {
    return RawRequest.send(jalon.port(), lines[0], lines[1], "Connection: close", "");
  }

  private static void assertProblem(int status, String answer) {
    assertThat(answer).startsWith("HTTP/1.1 " + status);
    assertThat(answer).contains("application/problem+json", "\"violations\":[");
    assertThat(answer).doesNotContainIgnoringCase("tomcat");
    assertThat(answer).doesNotContain("<html", "org.springframework", "\tat ");
  }
}
