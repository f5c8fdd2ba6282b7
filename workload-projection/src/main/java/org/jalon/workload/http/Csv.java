package org.jalon.workload.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table as comma-separated values after RFC 4180; no text can act as a formula. */
final class Csv {

  private static final String STARTS_FORMULA = "=+-@\t\r";
  private static final String NEEDS_QUOTES = "\",\r\n";
  private static final String END_OF_LINE = "\r\n";

  private final List<String> lines = new ArrayList<>();

  Csv(String... header) {
    lines.add(String.join(",", header));
  }

  /** Adds a line; null is an empty cell, numbers stay what they are. */
  void line(@Nullable Object... cells) {
    lines.add(Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",")));
  }

  @Override
  public String toString() {
    return String.join(END_OF_LINE, lines) + END_OF_LINE;
  }

  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    String text = value instanceof Number ? value.toString() : neutral(value.toString());
    return text.chars().anyMatch(c -> NEEDS_QUOTES.indexOf(c) >= 0)
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }

  private static String neutral(String text) {
    return !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
