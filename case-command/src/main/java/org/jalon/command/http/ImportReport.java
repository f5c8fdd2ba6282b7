package org.jalon.command.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jalon.command.importing.SkippedLine;
import org.jalon.command.importing.job.Import;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.edge.PositionToken;
import org.jspecify.annotations.Nullable;

/**
 * How far an import is.
 *
 * @param read traces or lines decided or skipped
 * @param recorded facts; those that would be, in a dry run
 * @param skipped the first 1,000 lines that were not taken
 * @param skippedTotal also those not listed
 * @param seconds since it began, until now or its end
 * @param rate lines a second
 * @param secondsLeft roughly; absent unless it runs
 * @param position token of the last fact, to hand to readers; absent when nothing was recorded
 * @param problem why it failed; absent unless it did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportReport(
    UUID id,
    Import.Kind kind,
    Import.State state,
    boolean dryRun,
    long read,
    long recorded,
    List<Skipped> skipped,
    long skippedTotal,
    double seconds,
    double rate,
    @Nullable Long secondsLeft,
    @Nullable String position,
    Import.@Nullable Failure problem) {

  /**
   * A line that was not taken.
   *
   * @param line where it stands in the file, from 1
   * @param column at fault, where there is one
   * @param value that stood there, shortened
   * @param reason the rule and the way out
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Skipped(long line, @Nullable String column, @Nullable String value, String reason) {

    static Skipped of(SkippedLine line) {
      return new Skipped(
          line.line(), line.column().orElse(null), line.value().orElse(null), line.reason());
    }
  }

  static ImportReport of(LedgerId ledger, Import.Report report) {
    return new ImportReport(
        report.id(),
        report.kind(),
        report.state(),
        report.dryRun(),
        report.read(),
        report.recorded(),
        report.skipped().stream().map(Skipped::of).toList(),
        report.skippedTotal(),
        report.ran().toMillis() / 1e3,
        Math.round(report.rate() * 10) / 10.0,
        report.left() == null ? null : report.left().toSeconds(),
        report.position() == 0 ? null : new PositionToken(ledger, report.position()).toString(),
        report.failure());
  }
}
