package org.jalon.history.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jalon.history.Findings;
import org.jalon.history.HistoryChecker;
import org.jalon.history.Tally;
import org.jalon.history.load.Acknowledgements;
import org.jalon.history.load.Notebooks;
import org.jalon.history.load.Standing;

/**
 * What the files of a run come to.
 *
 * @param reasons of appends that failed or are unknown
 */
record Verdict(
    Findings findings, Tally tally, Acknowledgements acknowledgements, Map<String, Long> reasons) {

  /** Judges the files of a directory. */
  static Verdict of(Path directory, Findings findings) throws IOException {
    HistoryChecker checker = new HistoryChecker(Standing.read(directory, findings), findings);
    Notebooks notebooks = new Notebooks(checker);
    notebooks.read(directory);
    Tally tally = checker.finish();
    return new Verdict(findings, tally, notebooks.acknowledgements(), notebooks.reasons());
  }

  /** What the process ends with: 0 if nothing was found, else 1. */
  int status() {
    return findings.none() ? 0 : 1;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%d events; appends: %d acknowledged, %d rejected (%d of them for something that does not stand), %d failed, %d unknown (%d of them stand); sourced %d times%n"
            .formatted(
                tally.events(),
                tally.acknowledged(),
                tally.rejected(),
                tally.rejectedForNothing(),
                tally.failed(),
                tally.unknown(),
                tally.unknownStanding(),
                tally.sourced()));
    reasons.forEach((reason, count) -> text.append("%8d %s%n".formatted(count, reason)));
    return text.append(findings).toString();
  }
}
