package org.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What docs/two-times.md works out by hand is what Jalon answers, figure by figure. */
class TwoTimesIT {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final String KNOWN = "As known at the end of ";
  private static final List<String> DENOMINATORS = List.of("holders", "profession", "available");

  private final List<MarkdownTable> page;
  private final MarkdownTable history;
  private final HandSetClock clock =
      new HandSetClock(ZonedDateTime.of(LocalDate.of(2026, 1, 2), LocalTime.NOON, PARIS));

  TwoTimesIT() throws IOException {
    page = MarkdownTable.of(Files.readAllLines(Repository.root().resolve("docs/two-times.md")));
    history = page.getFirst();
  }

  /** What the page says of one day of knowledge. */
  private record Known(LocalDate day, MarkdownTable caseload, MarkdownTable files) {}

  @Test
  void the_page_and_jalon_say_the_same() throws Exception {
    List<Known> answers = answers();
    assertThat(answers).hasSize(3);
    assertThat(history.rows()).hasSize(HandWorkedHistory.LAST);
    try (var jalon = ClockedJalon.with(clock)) {
      var told = new HandWorkedHistory(jalon);
      told.begins();
      var toAsk = new ArrayList<>(answers);
      for (List<String> row : history.rows()) {
        LocalDate recorded = LocalDate.parse(row.get(1));
        while (!toAsk.isEmpty() && toAsk.getFirst().day().isBefore(recorded)) {
          Known today = toAsk.removeFirst();
          clock.set(endOf(today.day()));
          saysTheSame(jalon, today, "");
        }
        clock.set(recorded.atTime(9, 0).atZone(PARIS));
        told.records(Integer.parseInt(row.getFirst()), LocalDate.parse(row.get(2)));
      }
      assertThat(toAsk).isEmpty();
      for (Known known : answers) {
        saysTheSame(jalon, known, asOf(endOf(known.day())));
      }
      assertThat(cases(jalon, "team", "T", "2026-04-10", "")).isEqualTo("B, C");
    }
  }

  /** The tables of figures: under each day of knowledge a caseload and the case files. */
  private List<Known> answers() {
    List<MarkdownTable> tables =
        page.stream().filter(table -> table.section().startsWith(KNOWN)).toList();
    var answers = new ArrayList<Known>();
    for (int at = 0; at < tables.size(); at += 2) {
      MarkdownTable caseload = tables.get(at);
      MarkdownTable files = tables.get(at + 1);
      assertThat(files.section()).isEqualTo(caseload.section());
      LocalDate day = LocalDate.parse(caseload.section().substring(KNOWN.length()));
      answers.add(new Known(day, caseload, files));
    }
    return answers;
  }

  private static String asOf(ZonedDateTime moment) {
    return "&asOf="
        + URLEncoder.encode(moment.toOffsetDateTime().toString(), StandardCharsets.UTF_8);
  }

  private static void saysTheSame(ClockedJalon jalon, Known page, String asOf) throws Exception {
    assertThat(caseload(jalon, page.caseload(), asOf))
        .as("%s, asked with '%s'", page.caseload().section(), asOf)
        .isEqualTo(page.caseload().rows());
    assertThat(files(jalon, page.files(), asOf))
        .as("%s, case files asked with '%s'", page.files().section(), asOf)
        .isEqualTo(page.files().rows());
  }

  private static ZonedDateTime endOf(LocalDate day) {
    return day.atTime(23, 59, 59).atZone(PARIS);
  }

  /** The rows of a caseload, as the page writes them. */
  private static List<List<String>> caseload(ClockedJalon jalon, MarkdownTable table, String asOf)
      throws Exception {
    var rows = new ArrayList<List<String>>();
    for (String on : table.column("on").stream().distinct().toList()) {
      for (String by : List.of("referent", "team")) {
        JsonNode answer =
            json(jalon, "/api/workload/caseload?by=%s&on=%s%s".formatted(by, on, asOf));
        for (JsonNode row : answer.path("rows")) {
          rows.add(row(jalon, by, on, asOf, row));
        }
      }
    }
    return rows;
  }

  private static List<String> row(
      ClockedJalon jalon, String by, String on, String asOf, JsonNode row) throws Exception {
    String id = row.path("scope").path("id").asString();
    assertThat(row.path("flags")).isEmpty();
    assertThat(row.path("norm").toString())
        .isEqualTo("{\"standard\":20,\"alert\":22,\"ceiling\":25}");
    return List.of(
        on,
        by.equals("team") ? "team " + id : id,
        cases(jalon, by, id, on, asOf),
        row.path("cases").asString(),
        same(row.path("fte"), 1),
        same(row.path("perFte"), 2),
        row.path("verdict").asString());
  }

  /** One text for three denominators that are the same. */
  private static String same(JsonNode amounts, int decimals) {
    List<String> all =
        DENOMINATORS.stream()
            .map(name -> amounts.path(name).decimalValue())
            .map((BigDecimal it) -> it.setScale(decimals, RoundingMode.UNNECESSARY).toString())
            .distinct()
            .toList();
    assertThat(all).as("denominators in %s", amounts).hasSize(1);
    return all.getFirst();
  }

  private static String cases(ClockedJalon jalon, String by, String id, String on, String asOf)
      throws Exception {
    return json(
            jalon, "/api/workload/caseload/cases?by=%s&id=%s&on=%s%s".formatted(by, id, on, asOf))
        .path("rows")
        .valueStream()
        .map(row -> row.path("caseId").asString())
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static List<List<String>> files(ClockedJalon jalon, MarkdownTable table, String asOf)
      throws Exception {
    var rows = new ArrayList<List<String>>();
    for (String caseId : table.column("case file")) {
      var row = new ArrayList<>(List.of(caseId));
      for (String column : table.columns().subList(1, table.columns().size())) {
        String on = column.substring("on ".length());
        JsonNode file = json(jalon, "/api/cases/%s?on=%s%s".formatted(caseId, on, asOf));
        String referent = file.path("referent").asString("");
        row.add(file.path("status").asString() + (referent.isEmpty() ? "" : ", " + referent));
      }
      rows.add(row);
    }
    return rows;
  }

  private static JsonNode json(ClockedJalon jalon, String path) throws Exception {
    Answer answer = jalon.get(path);
    assertThat(answer.status()).as("%s: %s", path, answer.text()).isEqualTo(200);
    return answer.json();
  }
}
