package org.jalon.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is read from the real log. */
class RealLogTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private final Path data = RealLog.directory();

  @Test
  void every_trace_and_event_is_read() throws IOException {
    var found = log();
    assertThat(found.skipped).isEmpty();
    assertThat(found.taken).hasSize(1_434);
    assertThat(found.taken.stream().mapToInt(trace -> trace.records().size()).sum())
        .isEqualTo(8_577);
    assertThat(found.taken).filteredOn(trace -> trace.closed(false).isPresent()).hasSize(1_329);
    assertThat(found.taken).allMatch(trace -> trace.responsible().isPresent());
    assertThat(found.positions.getLast()).isEqualTo(Files.size(data.resolve("receipt.xes.gz")));
  }

  @Test
  void every_command_of_the_log_has_an_id_of_its_own() throws IOException {
    var ids = new DerivedIds(new ImportKey(new byte[32]));
    var all = new HashSet<UUID>();
    for (var trace : log().taken) {
      all.add(ids.id("case", "permits", trace));
      trace.records().forEach(event -> all.add(ids.id("act", "permits", trace, event)));
    }
    assertThat(all).hasSize(1_434 + 8_577);
  }

  @Test
  void the_mapping_gives_the_expected_cases_per_referent() throws IOException {
    var expected = expected();
    var counted = new TreeMap<String, Integer>();
    var days =
        expected.keySet().stream()
            .map(key -> LocalDate.parse(key.split(",")[0]))
            .distinct()
            .toList();
    assertThat(days).hasSize(5);
    for (var trace : log().taken) {
      for (var day : days) {
        boolean open =
            !day(trace.opened()).isAfter(day)
                && trace.closed(false).map(closed -> day(closed).isAfter(day)).orElse(true);
        if (open) {
          counted.merge(day + "," + trace.referent().orElse(""), 1, Integer::sum);
        }
      }
    }
    assertThat(counted).isEqualTo(expected);
  }

  @Test
  void the_workforce_is_read_whole() throws IOException {
    var path = data.resolve("receipt-workforce.csv");
    var reader = new WorkforceReader(ImportBounds.CSV);
    reader.check(path);
    var found = new Collected<WorkforceLine>();
    reader.read(path, found);
    assertThat(found.skipped).isEmpty();
    try (var lines = Files.lines(path)) {
      assertThat((long) found.taken.size()).isEqualTo(lines.count() - 1);
    }
  }

  private Collected<XesTrace> log() throws IOException {
    var path = data.resolve("receipt.xes.gz");
    var reader = new XesReader(ImportBounds.XES);
    reader.check(path);
    var found = new Collected<XesTrace>();
    reader.read(path, found);
    return found;
  }

  private Map<String, Integer> expected() throws IOException {
    var expected = new TreeMap<String, Integer>();
    for (var line : Files.readAllLines(data.resolve("receipt-expected.csv"))) {
      int comma = line.lastIndexOf(',');
      if (!line.startsWith("on,")) {
        expected.put(line.substring(0, comma), Integer.parseInt(line.substring(comma + 1)));
      }
    }
    return expected;
  }

  private static LocalDate day(OffsetDateTime instant) {
    return instant.atZoneSameInstant(PARIS).toLocalDate();
  }
}
