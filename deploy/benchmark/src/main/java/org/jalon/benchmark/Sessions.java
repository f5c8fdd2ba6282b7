package org.jalon.benchmark;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Connections with their prepared statements, opened together, lent to one request at a time: a
 * pool without anything that a pool would cost.
 */
final class Sessions<S extends Sessions.Session> implements AutoCloseable {

  /** The most there is room for beside what a ledger and its keys hold. */
  static final int MOST = 32;

  /** One of them. */
  interface Session extends AutoCloseable {
    @Override
    void close() throws SQLException;
  }

  /** Opens one. */
  @FunctionalInterface
  interface Opening<S> {
    S open() throws SQLException;
  }

  /** Uses one. */
  @FunctionalInterface
  interface Use<S> {
    void with(S session) throws SQLException;
  }

  private final List<S> all = new ArrayList<>();
  private final BlockingQueue<S> free = new ArrayBlockingQueue<>(MOST);

  /** As many as there are callers, up to the most. */
  Sessions(int callers, Opening<S> opening) throws SQLException {
    for (int i = 0; i < Math.min(callers, MOST); i++) {
      all.add(opening.open());
    }
    free.addAll(all);
  }

  /** Waits for a free one. */
  void use(Use<S> use) throws SQLException, InterruptedException {
    S session = free.take();
    try {
      use.with(session);
    } finally {
      free.add(session);
    }
  }

  @Override
  public void close() throws SQLException {
    for (S one : all) {
      one.close();
    }
  }
}
