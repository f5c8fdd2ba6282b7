package org.jalon.history;

/** One reader's sequence, held against the final log as it is told. */
public final class Reader {

  private final String name;
  private final HistoryChecker checker;
  private long last;

  Reader(String name, long after, HistoryChecker checker) {
    this.name = name;
    this.checker = checker;
    last = after;
  }

  /** It was given an event. */
  public void saw(long position, EventId id) {
    Findings findings = checker.findings();
    if (position > last + 1) {
      findings.add(Finding.READER_SKIPPED, "reader %s was given %d after %d", name, position, last);
    } else if (position <= last) {
      findings.add(
          Finding.READER_WENT_BACK, "reader %s was given %d after %d", name, position, last);
    }
    if (!checker.log().stands(position, id)) {
      findings.add(
          Finding.READER_SAW_OTHER,
          "reader %s saw %s at %d, where it does not stand in the end",
          name,
          id,
          position);
    }
    last = Math.max(last, position);
  }

  /** It asked at that moment, was given all there was, and is still here. */
  public void reachedEnd(long askedAt) {
    checker.atEnd(name, askedAt, last);
  }

  /** The last position it was given. */
  public long last() {
    return last;
  }
}
