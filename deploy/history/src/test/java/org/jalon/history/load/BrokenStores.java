package org.jalon.history.load;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jalon.history.Append;
import org.jalon.history.Outcome;

/** Event stores that break one promise each, the way it is broken elsewhere. */
final class BrokenStores {

  private static final int NOW_AND_THEN = 40;

  private BrokenStores() {}

  /** Looks at no condition. */
  static final class NoConditionCheck extends MemoryStores {
    @Override
    synchronized Outcome append(Append append) {
      return new Outcome.Acknowledged(add(append));
    }
  }

  /** Checks before it takes the lock under which it appends. */
  static final class CheckBeforeLock extends MemoryStores {
    @Override
    Outcome append(Append append) {
      if (conflicts(append)) {
        return new Outcome.Rejected();
      }
      Thread.yield();
      return new Outcome.Acknowledged(add(append));
    }
  }

  /** Takes positions from a sequence, so that a slow transaction's are seen late. */
  static final class SlowTransactions extends MemoryStores {

    private final Map<Long, Boolean> underWay = new HashMap<>();

    @Override
    Outcome append(Append append) {
      long last;
      synchronized (this) {
        if (conflicts(append)) {
          return new Outcome.Rejected();
        }
        last = add(append);
        for (int i = 0; i < append.events().size(); i++) {
          underWay.put(last - i, true);
        }
      }
      for (int i = 0; i < 20; i++) {
        Thread.yield();
      }
      synchronized (this) {
        for (int i = 0; i < append.events().size(); i++) {
          underWay.remove(last - i);
        }
      }
      return new Outcome.Acknowledged(last);
    }

    @Override
    synchronized boolean visible(long position) {
      return !underWay.containsKey(position);
    }
  }

  /** Answers at once, commits later, and crashes in between at times. */
  static final class AcknowledgesBeforeCommit extends MemoryStores {

    private final AtomicLong appends = new AtomicLong();
    private long committed;

    @Override
    synchronized Outcome append(Append append) {
      if (appends.incrementAndGet() % (NOW_AND_THEN / 4) == 0) {
        committed = head();
      }
      Outcome outcome = super.append(append);
      if (appends.get() % (NOW_AND_THEN + 3) == 0) {
        cut(committed);
      }
      return outcome;
    }
  }

  /** Loses an answer now and then, tries again, and does not notice that it stands already. */
  static final class AppendsAgain extends MemoryStores {

    private final AtomicLong appends = new AtomicLong();

    @Override
    synchronized Outcome append(Append append) {
      Outcome outcome = super.append(append);
      if (outcome instanceof Outcome.Acknowledged
          && appends.incrementAndGet() % NOW_AND_THEN == 0) {
        add(append);
      }
      return outcome;
    }
  }

  /** Loses its connection before the commit now and then, and takes that for success. */
  static final class UnknownIsSuccess extends MemoryStores {

    private final AtomicLong appends = new AtomicLong();

    @Override
    synchronized Outcome append(Append append) {
      return appends.incrementAndGet() % NOW_AND_THEN == 0
          ? new Outcome.Acknowledged(head() + append.events().size())
          : super.append(append);
    }
  }

  /** Loses its connection after the commit now and then, and takes that for failure. */
  static final class UnknownIsFailure extends MemoryStores {

    private final AtomicLong appends = new AtomicLong();

    @Override
    synchronized Outcome append(Append append) {
      Outcome outcome = super.append(append);
      return outcome instanceof Outcome.Acknowledged
              && appends.incrementAndGet() % NOW_AND_THEN == 0
          ? new Outcome.Failed("connection lost")
          : outcome;
    }
  }

  /** Keeps the first event only of some appends. */
  static final class KeepsHalf extends MemoryStores {

    @Override
    synchronized Outcome append(Append append) {
      Outcome outcome = super.append(append);
      if (outcome instanceof Outcome.Acknowledged && append.events().size() > 3) {
        cut(head() - 1);
      }
      return outcome;
    }
  }

  /** Reads from a copy that lags behind. */
  static final class LaggingCopy extends MemoryStores {

    @Override
    synchronized long head() {
      return Math.max(0, standing().size() - 3);
    }
  }
}
