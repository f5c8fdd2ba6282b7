package org.jalon.history.load;

import java.util.List;
import org.jalon.history.Append;
import org.jalon.history.Criterion;
import org.jalon.history.EventId;
import org.jalon.history.Outcome;

/** An event store as one client sees it; used by one thread. */
public interface Store extends AutoCloseable {

  /** The store cannot be read now; trying again makes sense. */
  final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    public Unreadable(String message) {
      super(message);
    }
  }

  /**
   * All events that match.
   *
   * @param marker up to where that is complete
   * @param ids the sum of {@link EventId#hash}
   */
  record Slice(long marker, long[] positions, long ids) {}

  /** An event as a reader sees it. */
  record Seen(long position, EventId id) {}

  /** Appends; every failure is an outcome. */
  Outcome append(Append append);

  /** The events behind a position that match one of the criteria. */
  Slice source(List<Criterion> criteria, long after) throws Unreadable;

  /**
   * The next events behind a position; waits a moment for some.
   *
   * @param most fewer mean that there were no more
   */
  List<Seen> read(long after, int most) throws Unreadable;

  /** Who answered last. */
  String node();

  @Override
  default void close() {}
}
