package org.jalon.command.importing.job;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.importing.SkippedLine;
import org.jalon.command.ledger.LedgerException;
import org.jalon.command.wiring.CommandKind;
import org.jalon.command.wiring.Decisions;
import org.jalon.command.wiring.LostRace;
import org.jalon.command.wiring.Outcome;
import org.jalon.command.wiring.Request;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.EffectiveOn;
import org.jalon.kernel.wire.KeyUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides the lines of one import, again after what passes by itself. */
final class LineDecisions {
  private static final Logger LOG = LoggerFactory.getLogger(LineDecisions.class);
  private static final int ATTEMPTS = 6;
  private static final long FIRST_PAUSE_MILLIS = 100;

  private final Decisions decisions;
  private final Import job;
  private final Upload upload;
  private final String provenance;
  private final InstantSource clock;
  private final ZoneId zone;

  LineDecisions(
      Decisions decisions,
      Import job,
      Upload upload,
      String provenance,
      InstantSource clock,
      ZoneId zone) {
    this.decisions = decisions;
    this.job = job;
    this.upload = upload;
    this.provenance = provenance;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * Decides one line and notes what came of it.
   *
   * @throws ImportFailed if the import cannot go on
   */
  <C> void decide(CommandKind<C> kind, C command, long line) throws InterruptedException {
    var today = new EffectiveDay(LocalDate.ofInstant(clock.instant(), zone));
    var now = EffectiveOn.day(today.value());
    // Each fact has an id of its own that lasts; the decision as a whole is never looked up again.
    var intent = new Intent<>(command, UUID.randomUUID(), upload.actor(), now, today, zone);
    var request =
        new Request<>(
            kind,
            intent,
            false,
            provenance.getBytes(StandardCharsets.UTF_8),
            upload.dryRun(),
            job.id().toString(),
            provenance);
    note(decided(request, line), line);
  }

  /**
   * How often the ledger's history was found to be another.
   *
   * @throws ImportFailed if the ledger does not tell
   */
  int forks() throws InterruptedException {
    return patiently(decisions::forks);
  }

  private Optional<Outcome> decided(Request<?> request, long line) throws InterruptedException {
    try {
      return Optional.of(patiently(() -> decisions.decide(request)));
    } catch (LedgerException.Unstorable e) {
      job.skip(SkippedLine.of(line, "UNSTORABLE: " + e.getMessage()));
      return Optional.empty();
    }
  }

  private interface Attempt<T> {
    T run() throws InterruptedException;
  }

  private <T> T patiently(Attempt<T> attempt) throws InterruptedException {
    for (int number = 1; ; number++) {
      try {
        return attempt.run();
      } catch (LedgerException.Unstorable e) {
        throw e;
      } catch (LedgerException | LostRace | KeyUnavailable e) {
        if (number == ATTEMPTS) {
          throw new ImportFailed(
              "STORE_UNAVAILABLE",
              "the store did not answer %d times (%s); import the same file again, nothing is recorded twice"
                  .formatted(number, e.getMessage()),
              e);
        }
        LOG.warn("import {} waits and tries again: {}", job.id(), e.getMessage());
        Thread.sleep(FIRST_PAUSE_MILLIS << number);
      }
    }
  }

  private void note(Optional<Outcome> outcome, long line) {
    if (outcome.isEmpty()) {
      return;
    }
    switch (outcome.get()) {
      case Outcome.Accepted accepted -> job.recorded(accepted.facts().size(), accepted.position());
      case Outcome.WouldRecord would -> job.recorded(would.types().size(), 0);
      case Outcome.Refused refused -> job.skip(skipped(refused.decision().refusals(), line));
      case Outcome.Denied denied ->
          throw new ImportFailed(
              "DENIED", "this needs the right %s".formatted(denied.right().name()));
    }
  }

  private static SkippedLine skipped(List<Refusal> refusals, long line) {
    Refusal first = refusals.getFirst();
    String more = refusals.size() == 1 ? "" : " (and %d more)".formatted(refusals.size() - 1);
    String reason = first.rule().name() + ": " + first.message() + more;
    return first.field() == null || first.subject() == null
        ? new SkippedLine(line, Optional.ofNullable(first.field()), Optional.empty(), reason)
        : SkippedLine.of(line, first.field(), first.subject(), reason);
  }
}
