package org.jalon.workload.caseload;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a caseload compares with the norm. */
public enum Verdict {
  /** Neither of the following. */
  WITHIN,
  /** A referent has reached the alert. */
  ALERT,
  /** A referent has reached the ceiling: there is no room for one more. */
  CEILING,
  /** More than the standard on average. */
  ABOVE_STANDARD;

  /** Of one referent; empty without FTE. */
  static Optional<Verdict> ofReferent(Ratio ratio, RowNorm norm) {
    if (!ratio.exists()) {
      return Optional.empty();
    }
    if (ratio.reaches(norm.ceiling())) {
      return Optional.of(CEILING);
    }
    return Optional.of(ratio.reaches(norm.alert()) ? ALERT : WITHIN);
  }

  /** Of an average; empty without FTE or without a standard. */
  static Optional<Verdict> ofAverage(Ratio ratio, @Nullable Ratio standard) {
    if (!ratio.exists() || standard == null) {
      return Optional.empty();
    }
    return Optional.of(ratio.above(standard) ? ABOVE_STANDARD : WITHIN);
  }
}
