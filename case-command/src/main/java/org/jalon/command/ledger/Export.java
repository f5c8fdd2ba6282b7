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
import org.jalon.command.ledger.chain.Checkpoint;
import org.jalon.command.ledger.chain.EventRow;
import org.jalon.command.ledger.chain.ExportLine;
import org.jalon.command.ledger.chain.Head;
import org.jspecify.annotations.Nullable;

/** Writes whole batches as lines of JSON that {@link LedgerVerifier} reads. */
final class Export {

  private Export() {}

  /** As {@link Ledger#export}, within one snapshot. */
  static Head write(
      Connection connection,
      String ledger,
      Span span,
      boolean withSealed,
      @Nullable Checkpoint checkpoint,
      OutputStream target)
      throws SQLException {
    Writer out = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8));
    try (var batchQuery = span.batches(connection);
        ResultSet batches = batchQuery.executeQuery()) {
      EventPages events = span.events(connection);
      line(out, ExportLine.ledger(ledger, span.before(), span.leavesBefore()));
      while (batches.next()) {
        BatchRow batch = BatchTable.batch(batches);
        line(out, ExportLine.batch(batch, batches.getBytes(6)));
        for (long i = batch.first(); i <= batch.last(); i++) {
          Optional<EventRow> event = events.next();
          if (event.isEmpty()) {
            break;
          }
          line(out, ExportLine.event(event.get(), withSealed));
        }
      }
      strays(out, events, withSealed);
      line(out, ExportLine.end(span.last()));
      if (checkpoint != null) {
        line(out, ExportLine.checkpoint(checkpoint));
      }
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the export cannot be written", e);
    }
    return span.last().head();
  }

  /** What stands beyond the head is no part of the ledger; the verifier is to see it. */
  private static void strays(Writer out, EventPages events, boolean withSealed)
      throws IOException, SQLException {
    for (var stray = events.next(); stray.isPresent(); stray = events.next()) {
      line(out, ExportLine.event(stray.get(), withSealed));
    }
  }

  private static void line(Writer out, ExportLine line) throws IOException {
    out.write(line.json());
    out.write('\n');
  }
}
