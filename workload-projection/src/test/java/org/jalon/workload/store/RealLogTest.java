package org.jalon.workload.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jalon.kernel.EffectiveDay;
import org.jalon.workload.Facts;
import org.jalon.workload.caseload.Caseload;
import org.jalon.workload.caseload.CaseloadRow;
import org.jalon.workload.caseload.Dimension;
import org.jalon.workload.caseload.Selection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A real log of casework gives the published numbers of cases per responsible. */
final class RealLogTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

  /** What a trace says of its case. */
  private static final class Trace {

    private final Map<String, String> attributes = new HashMap<>();
    private final List<Map<String, String>> events = new ArrayList<>();

    String id() {
      return Objects.requireNonNull(attributes.get("concept:name"));
    }

    EffectiveDay opened() {
      return day(Stream.concat(Stream.of(attributes.get("startdate")), times()).min(BY_TIME));
    }

    @Nullable EffectiveDay closed() {
      String end = attributes.get("enddate");
      return end == null ? null : day(Stream.concat(Stream.of(end), times()).max(BY_TIME));
    }

    @Nullable String referent() {
      return Optional.ofNullable(attributes.get("responsible"))
          .or(() -> events.stream().map(it -> it.get("org:resource")).findFirst())
          .orElse(null);
    }

    private Stream<String> times() {
      return events.stream().map(event -> Objects.requireNonNull(event.get("time:timestamp")));
    }

    private static final Comparator<String> BY_TIME =
        Comparator.comparing(text -> OffsetDateTime.parse(text).toInstant());

    private static EffectiveDay day(Optional<String> time) {
      Instant instant = OffsetDateTime.parse(time.orElseThrow()).toInstant();
      return new EffectiveDay(instant.atZone(ZONE).toLocalDate());
    }
  }

  @Test
  void cases_per_responsible_at_the_end_of_five_days()
      throws IOException, XMLStreamException, SQLException, InterruptedException {
    Path data = data();
    try (var desk = new Desk()) {
      for (Trace trace : traces(data.resolve("receipt.xes.gz"))) {
        record(desk, trace);
      }
      long began = System.nanoTime();
      desk.started().caughtUp();
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));

      Map<String, List<String>> expected = expected(data.resolve("receipt-expected.csv"));
      assertThat(expected).hasSize(5);
      for (var day : expected.entrySet()) {
        var on = new EffectiveDay(LocalDate.parse(day.getKey()));
        assertThat(told(desk.on(on, Optional.empty())))
            .as("on %s", on)
            .containsExactlyInAnyOrderElementsOf(day.getValue());
      }
    }
  }

  private static List<String> told(Caseload caseload) {
    return caseload.rows(Dimension.REFERENT, Selection.ALL).stream()
        .filter(row -> row.cases() > 0)
        .map((CaseloadRow row) -> row.id() + "," + row.cases())
        .toList();
  }

  private static void record(Desk desk, Trace trace) {
    String id = trace.id();
    EffectiveDay opened = trace.opened();
    String referent = trace.referent();
    desk.record(opened, Facts.opened(id, "receipt", null));
    if (referent != null) {
      desk.record(opened, Facts.assigned(id, referent));
    }
    desk.record(opened, Facts.started(id));
    EffectiveDay closed = trace.closed();
    if (closed != null) {
      desk.record(closed, Facts.ended(id), Facts.closed(id));
    }
  }

  private static Map<String, List<String>> expected(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .skip(1)
        .map(line -> line.split(",", 2))
        .collect(
            Collectors.groupingBy(
                line -> line[0], Collectors.mapping(line -> line[1], Collectors.toList())));
  }

  private static List<Trace> traces(Path file) throws IOException, XMLStreamException {
    var traces = new ArrayList<Trace>();
    try (InputStream bytes = new GZIPInputStream(Files.newInputStream(file))) {
      XMLStreamReader xml = XMLInputFactory.newInstance().createXMLStreamReader(bytes);
      Map<String, String> attributes = new HashMap<>();
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        switch (xml.getLocalName()) {
          case "trace" -> {
            traces.add(new Trace());
            attributes = traces.getLast().attributes;
          }
          case "event" -> {
            attributes = new HashMap<>();
            traces.getLast().events.add(attributes);
          }
          case "string", "date" ->
              attributes.putIfAbsent(
                  xml.getAttributeValue(null, "key"), xml.getAttributeValue(null, "value"));
          default -> {}
        }
      }
    }
    return traces;
  }

  private static Path data() {
    Path data = Path.of(System.getProperty("user.dir"), "..", "..", "shared", "data");
    boolean there = Files.isReadable(data.resolve("receipt.xes.gz"));
    boolean mustBeThere = "true".equals(System.getenv("CI"));
    assumeTrue(there || mustBeThere, "skipped: the real log is not beside the repository");
    return data;
  }
}
