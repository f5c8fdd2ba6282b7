package org.jalon.command.ledger;

import java.util.concurrent.Semaphore;

/** Lets few at once read the ledger from end to end, each within one snapshot. */
final class Inspections {

  private static final int MOST = 2;

  private final Questions questions;
  private final Semaphore free = new Semaphore(MOST);

  Inspections(Questions questions) {
    this.questions = questions;
  }

  /**
   * @throws LedgerException.Busy if two are under way
   */
  <A> A inspect(Span.Reading<A> reading) {
    if (!free.tryAcquire()) {
      throw new LedgerException.Busy(
          "%d checks or exports of the ledger are under way, the most at once; try again when one has ended"
              .formatted(MOST));
    }
    try {
      return questions.answer(connection -> Span.inSnapshot(connection, reading));
    } finally {
      free.release();
    }
  }
}
