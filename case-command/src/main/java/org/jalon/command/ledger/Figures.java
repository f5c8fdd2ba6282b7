package org.jalon.command.ledger;

import java.util.concurrent.atomic.LongAdder;

/** What the writer has done since it started. */
final class Figures {

  private final LongAdder batches = new LongAdder();
  private final LongAdder events = new LongAdder();
  private final LongAdder conflicts = new LongAdder();
  private final LongAdder lostSwaps = new LongAdder();

  void batch(int size) {
    batches.increment();
    events.add(size);
  }

  void conflict() {
    conflicts.increment();
  }

  void lostSwap() {
    lostSwaps.increment();
  }

  Ledger.Work work(int waiting) {
    return new Ledger.Work(waiting, batches.sum(), events.sum(), conflicts.sum(), lostSwaps.sum());
  }
}
