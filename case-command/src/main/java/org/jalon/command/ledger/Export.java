package org.jalon.command.ledger;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jalon.command.ledger.chain.BatchRow;
import org.jalon.command.ledger.chain.EventRow;
import org.jalon.command.ledger.chain.ExportLine;
import org.jalon.command.ledger.chain.Head;

/** Writes whole batches as lines of JSON that {@link LedgerVerifier} reads. */
final class Export {

  private Export() {}

  /** As {@link Ledger#export}, within one snapshot. */
  static Head write(
      Connection connection,
      String ledger,
      long from,
      long to,
      boolean withSealed,
      OutputStream target)
      throws SQLException {
    Span span = Span.of(connection, from, to);
    Writer out = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8));
    try (var batchQuery = span.batches(connection);
        ResultSet batches = batchQuery.executeQuery()) {
      EventPages events = span.events(connection);
      line(out, ExportLine.ledger(ledger, span.before()));
      while (batches.next()) {
        BatchRow batch = BatchTable.batch(batches);
        line(out, ExportLine.batch(batch));
        for (long i = batch.first(); i <= batch.last(); i++) {
          Optional<EventRow> event = events.next();
          if (event.isEmpty()) {
            break;
          }
          line(out, ExportLine.event(event.get(), withSealed));
        }
      }
      line(out, ExportLine.end(span.last()));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the export cannot be written", e);
    }
    return span.last().head();
  }

  private static void line(Writer out, ExportLine line) throws IOException {
    out.write(line.json());
    out.write('\n');
  }
}
