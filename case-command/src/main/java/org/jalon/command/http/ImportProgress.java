package org.jalon.command.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jalon.command.importing.job.Import;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.edge.ProblemException;
import org.jalon.kernel.edge.Violation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Server-sent events of imports: the report, twice a second, and once more at the end. */
final class ImportProgress {

  private static final Logger LOG = LoggerFactory.getLogger(ImportProgress.class);
  private static final Duration EVERY = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int MOST_LISTENERS = 64;

  private final LedgerId ledger;
  private final Semaphore listeners = new Semaphore(MOST_LISTENERS);

  ImportProgress(LedgerId ledger) {
    this.ledger = ledger;
  }

  /**
   * Reports until the import ends, for an hour at most.
   *
   * @throws ProblemException 503 if too many listen already
   */
  SseEmitter of(Import job) {
    if (!listeners.tryAcquire()) {
      throw ProblemException.unavailable(
          Violation.of(
              "TOO_MANY_LISTENERS",
              "%d listen already; GET /api/imports/%s instead".formatted(MOST_LISTENERS, job.id())),
          EVERY.plusSeconds(1));
    }
    var emitter = new SseEmitter(LONGEST.toMillis());
    Thread.ofVirtual().name("import-progress-" + job.id()).start(() -> report(job, emitter));
    return emitter;
  }

  private void report(Import job, SseEmitter emitter) {
    try {
      long until = System.nanoTime() + LONGEST.toNanos();
      boolean ended = false;
      while (!ended && System.nanoTime() < until) {
        ended = job.awaitEnd(EVERY);
        emitter.send(
            SseEmitter.event()
                .name("progress")
                .data(ImportReport.of(ledger, job.report()), MediaType.APPLICATION_JSON));
      }
      emitter.complete();
    } catch (IOException | IllegalStateException e) {
      LOG.debug("a listener of import {} went away: {}", job.id(), e.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      listeners.release();
    }
  }
}
