package org.jalon.kernel.feed;

import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One rebuild of a view on a thread of its own, and what is told of it. */
final class Rebuilding {

  private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);
  private static final Duration STOPPING = Duration.ofSeconds(10);

  private final String view;
  private final Work work;
  private final long began = System.nanoTime();
  private final Thread thread;
  private volatile RebuildState state;
  private volatile boolean stopping;

  /** What is to be done, telling how far it is. */
  @FunctionalInterface
  interface Work {
    void run(Rebuild.Progress progress) throws SQLException, InterruptedException;
  }

  Rebuilding(String view, long position, long head, Work work) {
    this.view = view;
    this.work = work;
    this.state = state(RebuildState.State.RUNNING, position, head);
    this.thread = Thread.ofPlatform().name("rebuild-" + view).daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  RebuildState state() {
    RebuildState last = state;
    return last.state() == RebuildState.State.RUNNING
        ? state(last.state(), last.position(), last.head())
        : last;
  }

  /** Ends it, within 10 seconds. */
  void stop() {
    stopping = true;
    thread.interrupt();
    try {
      if (!thread.join(STOPPING)) {
        LOG.warn("the rebuild of view {} did not stop within {}", view, STOPPING);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      LOG.info("view {} is rebuilt beside the live one", view);
      work.run((at, head) -> state = state(RebuildState.State.RUNNING, at, head));
      state = state(RebuildState.State.DONE, state.position(), state.head());
      LOG.info("view {} was rebuilt up to {} in {} s", view, state.position(), state.seconds());
    } catch (InterruptedException e) {
      fail("it was stopped", e);
    } catch (SQLException | RuntimeException e) {
      fail(String.valueOf(e.getMessage()), e);
    }
  }

  private void fail(String reason, Exception cause) {
    if (stopping) {
      LOG.info("the rebuild of view {} was stopped", view);
    } else {
      LOG.error("view {} was not rebuilt, the live one goes on", view, cause);
    }
    RebuildState last = state;
    state =
        new RebuildState(
            RebuildState.State.FAILED, last.position(), last.head(), seconds(), reason);
  }

  private RebuildState state(RebuildState.State now, long position, long head) {
    return new RebuildState(now, position, head, seconds(), null);
  }

  private double seconds() {
    return Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
  }
}
