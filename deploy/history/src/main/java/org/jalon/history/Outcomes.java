package org.jalon.history;

import java.util.OptionalLong;

/** Whether appends stand as their clients were told, and how many came to what. */
final class Outcomes {

  private final Findings findings;
  private long acknowledged;
  private long rejected;
  private long failed;
  private long unknown;
  private long unknownStanding;

  Outcomes(Findings findings) {
    this.findings = findings;
  }

  /**
   * Judges one.
   *
   * @param first where it stands, if it does
   */
  void judge(Append append, Outcome outcome, OptionalLong first) {
    switch (outcome) {
      case Outcome.Acknowledged(long last) -> {
        acknowledged++;
        judgeAcknowledged(append, last, first);
      }
      case Outcome.Rejected() -> {
        rejected++;
        mustNotStand(Finding.REJECTED_YET_STANDS, append, first, "");
      }
      case Outcome.Failed(String reason) -> {
        failed++;
        mustNotStand(Finding.FAILED_YET_STANDS, append, first, reason);
      }
      case Outcome.Unknown _ -> {
        unknown++;
        unknownStanding += first.isPresent() ? 1 : 0;
      }
      case Outcome.Unanswered() -> findings.add(Finding.UNANSWERED, "%s", name(append));
    }
  }

  private void judgeAcknowledged(Append append, long last, OptionalLong first) {
    if (first.isEmpty()) {
      findings.add(
          Finding.LOST, "%s was acknowledged up to %d and is not there", name(append), last);
    } else if (first.getAsLong() + append.events().size() - 1 != last) {
      findings.add(
          Finding.MISPLACED,
          "%s was acknowledged up to %d and stands from %d",
          name(append),
          last,
          first.getAsLong());
    }
  }

  private void mustNotStand(Finding kind, Append append, OptionalLong first, String reason) {
    first.ifPresent(at -> findings.add(kind, "%s stands at %d %s", name(append), at, reason));
  }

  private static String name(Append append) {
    return Long.toHexString(append.request());
  }

  /** Counts what was judged, with what others counted. */
  Tally tally(long rejectedForNothing, long sourced, long events) {
    return new Tally(
        acknowledged,
        rejected,
        failed,
        unknown,
        unknownStanding,
        rejectedForNothing,
        sourced,
        events);
  }
}
