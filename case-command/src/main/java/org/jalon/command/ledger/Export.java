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

/**
 * Writes whole batches as lines of JSON that {@link LedgerVerifier} reads, and with them what
 * stands there and belongs to none, so that it is found elsewhere too.
 */
final class Export {

  private final Span span;
  private final boolean withSealed;
  private final Writer out;
  private final EventPages events;
  private final IndexRows index;

  private Export(Connection connection, Span span, boolean withSealed, OutputStream target) {
    this.span = span;
    this.withSealed = withSealed;
    out = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8));
    events = span.events(connection);
    index = new IndexRows(span.tags(connection));
  }

  /** As {@link Audit#export}, within one snapshot. */
  static Head write(
      Connection connection,
      String ledger,
      Span span,
      boolean withSealed,
      @Nullable Checkpoint checkpoint,
      OutputStream target)
      throws SQLException {
    Export export = new Export(connection, span, withSealed, target);
    try {
      export.line(ExportLine.ledger(ledger, span.before(), span.leavesBefore()));
      if (span.strayTagsBefore(connection)) {
        export.line(ExportLine.stray(0));
      }
      export.batches(connection);
      export.beyond(connection);
      export.line(ExportLine.end(span.last()));
      if (checkpoint != null) {
        export.line(ExportLine.checkpoint(checkpoint));
      }
      export.out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the export cannot be written", e);
    }
    return span.last().head();
  }

  private void batches(Connection connection) throws IOException, SQLException {
    try (var batchQuery = span.batches(connection);
        ResultSet batches = batchQuery.executeQuery()) {
      while (batches.next()) {
        BatchRow batch = BatchTable.batch(batches);
        line(ExportLine.batch(batch, batches.getBytes(6)));
        boolean more = true;
        for (long i = batch.first(); i <= batch.last() && more; i++) {
          more = event();
        }
      }
    }
  }

  /** Whether there was one more. */
  private boolean event() throws IOException, SQLException {
    Optional<EventRow> next = events.next();
    if (next.isEmpty()) {
      return false;
    }
    EventRow event = next.get();
    strayTagsBefore(event.position());
    line(ExportLine.event(event, withSealed, index.of(event.position())));
    return true;
  }

  private void strayTagsBefore(long position) throws IOException, SQLException {
    for (var stray = index.strayBefore(position);
        stray.isPresent();
        stray = index.strayBefore(position)) {
      line(ExportLine.stray(stray.getAsLong()));
    }
  }

  private void beyond(Connection connection) throws IOException, SQLException {
    while (event()) {
      // an event that no batch holds
    }
    strayTagsBefore(Long.MAX_VALUE);
    if (span.strayTagsBeyond(connection)) {
      line(ExportLine.stray(span.head().last() + 1));
    }
  }

  private void line(ExportLine line) throws IOException {
    out.write(line.json());
    out.write('\n');
  }
}
