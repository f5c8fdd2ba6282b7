package org.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** People and programs find out what can be asked. */
class DescriptionIT {

  private final RunningJalon jalon = SharedJalon.running();

  @Test
  void the_first_page_is_whole_in_itself_and_in_two_languages() throws Exception {
    Answer french = jalon.get("/");
    assertThat(french.type()).isEqualTo("text/html;charset=UTF-8");
    assertThat(french.text())
        .contains("<html lang=\"fr\">", "Position du registre", jalon.data().toString())
        .doesNotContain("{{", "<script", "src=", "<link");
    Answer english = jalon.get("/?lang=en");
    assertThat(english.text())
        .contains("<html lang=\"en\">", "Ledger position")
        .doesNotContain("{{");
  }

  @Test
  void every_link_of_the_first_page_leads_somewhere() throws Exception {
    List<String> links =
        java.util.regex.Pattern.compile("href=\"(/[^\"]*)\"")
            .matcher(jalon.get("/").text())
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(links).hasSizeGreaterThan(8);
    for (String link : links) {
      assertThat(jalon.get(link).status()).as(link).isIn(200, 302);
    }
  }

  @Test
  void each_command_of_the_catalogue_is_described_with_its_fields() throws Exception {
    JsonNode api = jalon.get("/api/openapi").json();
    assertThat(api.path("openapi").asString()).startsWith("3.1");
    assertThat(api.at("/servers/0/url").asString())
        .as("works under each of its names")
        .isEqualTo("/");
    assertThat(api.path("tags").toString() + api.path("paths")).doesNotContain("-controller");
    for (JsonNode command : jalon.get("/api/commands").json()) {
      JsonNode post =
          api.path("paths").path("/api/commands/" + command.path("name").asString()).path("post");
      JsonNode body = post.at("/requestBody/content/application~1json/schema");
      for (JsonNode field : command.path("fields")) {
        assertThat(body.path("properties").has(field.path("name").asString()))
            .as("%s %s", command.path("name"), field.path("name"))
            .isTrue();
      }
      assertThat(body.path("additionalProperties").asBoolean(true)).isFalse();
    }
    assertThat(api.path("paths").propertyNames())
        .contains(
            "/api/cases/{id}",
            "/api/cases/{id}/history",
            "/api/workload/caseload",
            "/api/imports/xes",
            "/api/imports/workforce",
            "/api/ledger",
            "/api/ledger/integrity",
            "/api/ledger/export",
            "/api/ledger/proof/{position}",
            "/api/ledger/checkpoints");
  }

  @Test
  void the_browsable_page_and_its_parts_come_from_here() throws Exception {
    String page = jalon.get("/api/swagger-ui/index.html").text();
    assertThat(page).contains("swagger-ui").doesNotContain("http://", "https://");
    assertThat(jalon.get("/api/swagger-ui/swagger-ui-bundle.js").status()).isEqualTo(200);
    assertThat(jalon.get("/api/swagger-ui/swagger-initializer.js").text()).contains("/api/openapi");
  }

  @Test
  void health_and_figures_can_be_asked_for() throws Exception {
    assertThat(jalon.get("/actuator/health/liveness").json().path("status").asString())
        .isEqualTo("UP");
    JsonNode health = jalon.get("/actuator/health").json();
    assertThat(health.at("/components/caseView/details/lag").isNumber()).isTrue();
    assertThat(health.at("/components/caseloadView/details/lag").isNumber()).isTrue();
    for (String figure : List.of("queue", "batch", "commits", "events", "conflicts")) {
      assertThat(jalon.get("/actuator/metrics/jalon.ledger." + figure).status())
          .as(figure)
          .isEqualTo(200);
    }
    for (String figure : List.of("hits", "misses", "cache")) {
      assertThat(jalon.get("/actuator/metrics/jalon.decision." + figure).status())
          .as(figure)
          .isEqualTo(200);
    }
    assertThat(jalon.get("/actuator/metrics/jalon.view.lag").status()).isEqualTo(200);
    assertThat(jalon.get("/actuator/env").status()).isEqualTo(404);
  }
}
