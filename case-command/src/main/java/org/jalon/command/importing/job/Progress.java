package org.jalon.command.importing.job;

import java.time.Duration;
import java.util.Locale;
import org.jalon.command.importing.SkippedLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps an import's report and says on the terminal, about once a second, how far it is. */
final class Progress {
  private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
  private static final long EVERY_NANOS = Duration.ofSeconds(1).toNanos();

  private final Import job;
  private long saidAt = System.nanoTime();

  Progress(Import job) {
    this.job = job;
  }

  void skipped(SkippedLine line) {
    job.skip(line);
  }

  void decided() {
    job.decided();
  }

  /** Called by the one thread that reads. */
  void at(long position, long size) {
    job.at(position, size);
    if (System.nanoTime() - saidAt >= EVERY_NANOS) {
      saidAt = System.nanoTime();
      say(job.report());
    }
  }

  static void ended(Import job) {
    say(job.report());
  }

  private static void say(Import.Report now) {
    LOG.info(
        "import {} {}: {} read, {} facts, {} skipped, {}/s, {}",
        now.id(),
        now.state(),
        now.read(),
        now.recorded(),
        now.skippedTotal(),
        String.format(Locale.ROOT, "%.0f", now.rate()),
        now.left() == null
            ? "%.1f s".formatted(now.ran().toMillis() / 1e3)
            : "about %d s left".formatted(now.left().toSeconds()));
  }
}
