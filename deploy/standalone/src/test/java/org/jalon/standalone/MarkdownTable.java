package org.jalon.standalone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table of a page.
 *
 * @param section heading it stands under
 * @param columns their titles
 * @param rows cells in the order of the columns
 */
record MarkdownTable(String section, List<String> columns, List<List<String>> rows) {

  /** Every table of a page, in its order. */
  static List<MarkdownTable> of(List<String> lines) {
    var tables = new ArrayList<MarkdownTable>();
    String section = "";
    boolean inside = false;
    for (String line : lines) {
      if (line.startsWith("#")) {
        section = line.replaceFirst("#+ *", "");
      } else if (line.startsWith("|") && !inside) {
        tables.add(new MarkdownTable(section, cells(line), new ArrayList<>()));
      } else if (line.startsWith("|") && !line.startsWith("|---")) {
        tables.getLast().rows.add(cells(line));
      }
      inside = line.startsWith("|");
    }
    return List.copyOf(tables);
  }

  private static List<String> cells(String line) {
    String[] parts = line.split("\\|", -1);
    return Arrays.stream(parts, 1, parts.length - 1).map(String::strip).toList();
  }

  /** The cells of one column. */
  List<String> column(String title) {
    int at = columns.indexOf(title);
    return rows.stream().map(row -> row.get(at)).toList();
  }
}
