package org.jalon.kernel.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LoopbackGuardTest {

  private static final EdgeServer SERVER = EdgeServer.start();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:PORT",
        "localhost:PORT",
        "127.0.0.1",
        "127.0.0.1:PORT",
        "[::1]:PORT"
      })
  void this_machine_may_ask_under_its_own_names(String host) throws IOException {
    var answer = SERVER.send("GET /ok", "Host: " + host.replace("PORT", port()), "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.head())
        .contains("X-Content-Type-Options: nosniff")
        .contains("Cross-Origin-Resource-Policy: same-origin")
        .contains("X-Frame-Options: DENY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jalon.example",
        "jalon.example:PORT",
        "localhost.evil.example",
        "evil.example.localhost",
        "127.0.0.2",
        "127.0.0.1.evil.example:PORT",
        "localhost.",
        "0.0.0.0:PORT",
        "[::2]:PORT"
      })
  void another_host_is_refused(String host) throws IOException {
    var answer = SERVER.send("GET /ok", "Host: " + host.replace("PORT", port()), "");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("HOST_NOT_ALLOWED");
    assertThat(answer.head()).contains("application/problem+json").contains("nosniff");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Host:", "Host: ::1", "Host: localhost:1:2", "Host: a\nHost: b"})
  void a_missing_or_broken_host_is_refused(String headers) throws IOException {
    assertThat(SERVER.send("GET /ok", headers, "").status()).isIn(400, 403);
  }

  @Test
  void a_page_of_the_same_origin_may_ask() throws IOException {
    var answer = SERVER.send("GET /ok", own() + "Origin: http://" + SERVER.host(), "");

    assertThat(answer.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: null",
        "Origin: http://evil.example",
        "Origin: http://localhost",
        "Origin: http://localhost:1",
        "Origin: https://localhost:PORT",
        "Origin: http://127.0.0.1:PORT",
        "Origin: http://localhost:PORT@evil.example",
        "Origin: http://u@localhost:PORT",
        "Origin: %",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: Cross-Site\nSec-Fetch-Mode: navigate",
        "Sec-Fetch-Site: same-site",
        "Sec-Fetch-Site: same-site\nSec-Fetch-Mode: no-cors"
      })
  void a_page_of_another_origin_may_not(String headers) throws IOException {
    var answer = SERVER.send("GET /ok", own() + headers.replace("PORT", port()), "");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("ORIGIN_NOT_ALLOWED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sec-Fetch-Site: same-origin",
        "Sec-Fetch-Site: none",
        "Sec-Fetch-Site: same-site\nSec-Fetch-Mode: navigate"
      })
  void its_own_pages_typed_addresses_and_links_from_this_machine_may(String headers)
      throws IOException {
    assertThat(SERVER.send("GET /ok", own() + headers, "").status()).isEqualTo(200);
  }

  @Test
  void a_form_of_another_port_may_not_navigate_by_post() throws IOException {
    String headers = "Sec-Fetch-Site: same-site\nSec-Fetch-Mode: navigate\nContent-Length: 0";

    assertThat(SERVER.send("POST /ok", own() + headers, "").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: application/x-www-form-urlencoded",
        "Content-Type: text/plain",
        "Content-Type: TEXT/PLAIN; charset=utf-8",
        "Content-Type: multipart/form-data; boundary=x",
        "Content-Type: ",
        "X-Nothing: 1"
      })
  void a_body_that_a_form_could_send_is_refused(String type) throws IOException {
    var answer = SERVER.send("POST /ok", own() + "Content-Length: 2\n" + type, "{}");

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.body()).contains("MEDIA_TYPE_NOT_ACCEPTED").contains("application/json");
  }

  @Test
  void a_chunked_body_without_a_type_is_refused() throws IOException {
    String headers = own() + "Transfer-Encoding: chunked";

    assertThat(SERVER.send("POST /ok", headers, "2\r\n{}\r\n0\r\n\r\n").status()).isEqualTo(415);
  }

  @Test
  void json_and_no_body_at_all_are_taken() throws IOException {
    String json = own() + "Content-Type: application/json\nContent-Length: 2";

    assertThat(SERVER.send("POST /ok", json, "{}").status()).isEqualTo(200);
    assertThat(SERVER.send("POST /ok", own() + "Content-Length: 0", "").status()).isEqualTo(200);
  }

  private static String own() {
    return "Host: " + SERVER.host() + "\n";
  }

  private static String port() {
    return Integer.toString(SERVER.port());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%ff", "a=%zz", "a=%", "a=%c3%28", "=1", "a=1&b=%e9"})
  void a_query_that_cannot_be_read_is_refused_without_its_values(String query) throws IOException {
    var answer = SERVER.send("GET /ok?" + query, own(), "");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("QUERY_MALFORMED").doesNotContain(query);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%C3%A9", "a", "a=", "a=1&&b=2", "a=x+y%20z"})
  void a_query_in_utf_8_is_read(String query) throws IOException {
    assertThat(SERVER.send("GET /ok?" + query, own(), "").status()).isEqualTo(200);
  }

  @Test
  void a_foreign_origin_is_found_behind_a_good_one() throws IOException {
    String both = "Origin: http://" + SERVER.host() + "\nOrigin: http://evil.example";

    assertThat(SERVER.send("GET /ok", own() + both, "").status()).isEqualTo(403);
  }
}
