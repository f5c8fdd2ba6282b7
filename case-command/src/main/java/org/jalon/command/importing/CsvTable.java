package org.jalon.command.importing;

import static org.jalon.command.importing.UnreadableFile.Code.CSV_MALFORMED;
import static org.jalon.command.importing.UnreadableFile.Code.FIELD_TOO_LONG;
import static org.jalon.command.importing.UnreadableFile.Code.HEADER_UNKNOWN;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of a CSV under a known header: UTF-8, RFC 4180, comma or semicolon as the header has it.
 */
final class CsvTable implements AutoCloseable {
  /** One row; {@code line} is where it begins, fields are stripped and may hold line breaks. */
  record Row(long line, List<String> fields) {}

  private static final int HEADER_MOST = 4096;

  private final OpenedFile file;
  private final ImportBounds bounds;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;

  private CsvTable(OpenedFile file, ImportBounds bounds, List<String> header) throws IOException {
    this.file = file;
    this.bounds = bounds;
    var text = new BufferedReader(new Utf8Text(file));
    var format = CSVFormat.RFC4180.builder().setDelimiter(delimiter(text)).get();
    this.parser = CSVParser.builder().setReader(text).setFormat(format).get();
    this.records = parser.iterator();
    var found = record().map(Row::fields).orElse(List.of());
    if (!found.equals(header)) {
      throw new UnreadableFile(
          HEADER_UNKNOWN,
          "line 1",
          "the header is \""
              + Shortened.of(String.join(",", found))
              + "\" and must be \""
              + String.join(",", header)
              + "\" (or the same with semicolons); rename and order the columns so");
    }
  }

  /** Opens the file and reads its header. */
  static CsvTable of(Path path, ImportBounds bounds, List<String> header) throws IOException {
    var file = OpenedFile.of(path, bounds);
    try {
      return new CsvTable(file, bounds, header);
    } catch (IOException | UnreadableFile refused) {
      file.close();
      throw refused;
    }
  }

  private static char delimiter(Reader text) throws IOException {
    text.mark(HEADER_MOST);
    char delimiter = ',';
    for (int i = 0, c; i < HEADER_MOST && (c = text.read()) >= 0 && c != '\n' && c != '\r'; i++) {
      if (c == ';') {
        delimiter = ';';
        break;
      }
    }
    text.reset();
    return delimiter;
  }

  /** The next row that is not blank; none at the end of the file. */
  Optional<Row> next() throws IOException {
    var row = record();
    while (row.isPresent() && row.get().fields().stream().allMatch(String::isEmpty)) {
      row = record();
    }
    return row;
  }

  private Optional<Row> record() throws IOException {
    long line = parser.getCurrentLineNumber() + 1;
    file.beginUnit();
    try {
      if (!records.hasNext()) {
        file.drain();
        return Optional.empty();
      }
      var fields = records.next().stream().map(String::strip).toList();
      refuseLong(line, fields);
      return Optional.of(new Row(line, fields));
    } catch (OpenedFile.UnitTooLong _) {
      throw new UnreadableFile(
          FIELD_TOO_LONG,
          "line " + line,
          "one row has at most " + bounds.markup() + " bytes; is a quote left open?");
    } catch (UncheckedIOException failed) {
      if (failed.getCause() instanceof CSVException malformed) {
        throw new UnreadableFile(
            CSV_MALFORMED,
            "line " + line,
            "the quoting of this row follows not RFC 4180 ("
                + Shortened.of(String.valueOf(malformed.getMessage()))
                + "); close every quote, and double a quote within quotes");
      }
      throw failed.getCause();
    }
  }

  private void refuseLong(long line, List<String> fields) {
    for (var field : fields) {
      if (field.length() > bounds.field()) {
        throw new UnreadableFile(
            FIELD_TOO_LONG,
            "line " + line,
            "\""
                + Shortened.of(field)
                + "\" has more than "
                + bounds.field()
                + " characters; shorten it");
      }
    }
  }

  long position() {
    return file.position();
  }

  long size() {
    return file.size();
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
