package org.jalon.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was measured, for people and for programs. */
record Results(List<Result> lines) {

  private static final String ROW = "%-8s %-36s %7s %7s %5s %10s %9s %9s %6s";

  /** A line per result under a heading. */
  String table() {
    String heading =
        ROW.formatted(
            "engine", "workload", "callers", "events", "tags", "per s", "p50 ms", "p99 ms", "runs");
    return heading + lines.stream().map(Results::row).collect(Collectors.joining("\n", "\n", "\n"));
  }

  /** A list of objects. */
  void write(Path file) {
    JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValue(file.toFile(), lines);
  }

  private static String row(Result one) {
    return ROW.formatted(
        one.engine(),
        one.workload(),
        one.callers(),
        one.eventsPerRequest(),
        one.tags(),
        number("%.0f", one.perSecond()),
        number("%.2f", one.p50Millis()),
        number("%.2f", one.p99Millis()),
        one.runs());
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
