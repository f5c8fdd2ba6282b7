package org.jalon.history.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jalon.command.ledger.Ledger;
import org.jalon.command.ledger.StoredEvent;
import org.jalon.command.ledger.chain.Integrity;
import org.jalon.history.EventId;
import org.jalon.history.Finding;
import org.jalon.history.Findings;
import org.jalon.history.load.Standing;

/** Copies what stands in a ledger, and asks the ledger's own proof. */
final class FinalLog {

  private static final int PAGE = 5_000;

  private FinalLog() {}

  static void copy(Ledger ledger, Path directory, Findings findings) throws IOException {
    long last = copyEvents(ledger, directory);
    if (last != ledger.head().position()) {
      findings.add(
          Finding.GAP, "the log ends at %d, its head is %d", last, ledger.head().position());
    }
    Integrity integrity = ledger.audit().integrity(1, Long.MAX_VALUE);
    if (!integrity.verified()) {
      findings.add(Finding.INTEGRITY, "%s", integrity);
    }
  }

  private static long copyEvents(Ledger ledger, Path directory) throws IOException {
    long last = 0;
    try (Standing standing = new Standing(directory)) {
      List<StoredEvent> page = ledger.read(0, PAGE);
      while (!page.isEmpty()) {
        for (StoredEvent one : page) {
          standing.add(
              one.position(),
              EventId.of(one.eventId()),
              LedgerStore.event(one),
              ChronoUnit.MICROS.between(Instant.EPOCH, one.recordedAt()));
        }
        last = page.getLast().position();
        page = ledger.read(last, PAGE);
      }
    }
    return last;
  }
}
