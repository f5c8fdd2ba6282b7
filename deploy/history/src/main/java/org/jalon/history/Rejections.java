package org.jalon.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whether there was a reason to reject: an event that stands and was sent before the answer; or one
 * of an append that was under way at the same time and does not stand, for it may have been in the
 * way when the batch was put together.
 */
final class Rejections {

  private static final int LOOKED_AT = 10_000;

  private final StandingLog log;
  private final Longs sentAt = new Longs(1024);
  private final List<Answered> fallen = new ArrayList<>();
  private final List<Answered> rejected = new ArrayList<>();
  private long longest;

  Rejections(StandingLog log) {
    this.log = log;
    for (long i = 0; i < log.last(); i++) {
      sentAt.add(Long.MIN_VALUE);
    }
  }

  void stands(Answered answered, long first) {
    for (int i = 0; i < answered.append().events().size() && first - 1 + i < sentAt.size(); i++) {
      sentAt.set(Math.toIntExact(first - 1 + i), answered.invokedAt());
    }
  }

  void falls(Answered answered) {
    fallen.add(answered);
    longest = Math.max(longest, answered.returnedAt() - answered.invokedAt());
    if (answered.outcome() instanceof Outcome.Rejected) {
      rejected.add(answered);
    }
  }

  /**
   * Judges all.
   *
   * @return how many were rejected for something that does not stand
   */
  long judge(Findings findings) {
    fallen.sort(Comparator.comparingLong(Answered::invokedAt));
    Longs invoked = new Longs(fallen.size() + 1);
    fallen.forEach(one -> invoked.add(one.invokedAt()));
    long forNothing = 0;
    for (Answered one : rejected) {
      if (hasConflict(one)) {
        continue;
      }
      forNothing++;
      if (!hasRival(one, invoked)) {
        findings.add(Finding.REJECTED_WITHOUT_CONFLICT, "%s", one);
      }
    }
    return forNothing;
  }

  private boolean hasConflict(Answered one) {
    List<Criterion> criteria = one.append().criteria();
    long position = one.append().marker();
    for (int i = 0; i < LOOKED_AT; i++) {
      position = log.matches().first(criteria, position, log.last());
      if (position == Matches.NONE) {
        return false;
      }
      if (sentAt.get(Math.toIntExact(position - 1)) < one.returnedAt()) {
        return true;
      }
    }
    return false;
  }

  private boolean hasRival(Answered one, Longs invoked) {
    int index = invoked.firstAbove(one.returnedAt()) - 1;
    for (; index >= 0 && invoked.get(index) >= one.invokedAt() - longest; index--) {
      Answered rival = fallen.get(index);
      if (rival != one
          && rival.returnedAt() > one.invokedAt()
          && rival.append().events().stream()
              .anyMatch(event -> Criterion.anyOf(one.append().criteria(), event))) {
        return true;
      }
    }
    return false;
  }
}
