package org.jalon.kernel.feed;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one view up to date on a thread of its own. A passing fault (database, feed) is retried
 * with a growing pause; anything else, also data that the view's tables refuse, stops the view
 * loudly where it is.
 */
public final class Projector implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Projector.class);
  private static final int BATCH = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final Duration STOPPING = Duration.ofSeconds(10);

  private final String view;
  private final ViewStep step;
  private final Thread thread;
  private final Headway headway;
  private volatile boolean closed;

  /**
   * @param feed where events come from
   * @param projection what they mean to the view
   * @param database connections that work under the view's role in its schema
   */
  public Projector(EventFeed feed, Projection projection, DataSource database) {
    this(feed, projection, database, new Headway());
  }

  Projector(EventFeed feed, Projection projection, DataSource database, Headway headway) {
    this.headway = headway;
    this.view = projection.view();
    this.step = new ViewStep(feed, projection, database);
    this.thread =
        Thread.ofPlatform()
            .name("view-" + view)
            .daemon()
            .uncaughtExceptionHandler(
                (_, e) -> stop(new IllegalStateException("view " + view + " died", e)))
            .unstarted(this::run);
  }

  /** Begins to follow the feed. */
  public void start() {
    thread.start();
  }

  /** The view's name. */
  public String view() {
    return view;
  }

  /** The last position whose rows are committed; 0 before the first. */
  public long position() {
    return headway.position();
  }

  /** Why the view stopped for good, if it did. */
  public Optional<RuntimeException> failure() {
    return headway.failure();
  }

  /** Waits until the view has reached a position; false if it has not in that time. */
  public boolean await(long wanted, Duration patience) throws InterruptedException {
    return headway.await(wanted, patience);
  }

  /** Stops after the batch at hand, within 10 seconds. */
  @Override
  public void close() {
    closed = true;
    if (thread.getState() == Thread.State.NEW) {
      return;
    }
    thread.interrupt();
    try {
      if (!thread.join(STOPPING)) {
        LOG.warn("view {} did not stop within {}", view, STOPPING);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    Fence.Mark mark = null;
    Fence.Mark before = Fence.Mark.START;
    Duration pause = SHORTEST_PAUSE;
    while (!closed) {
      try {
        if (mark == null) {
          mark = step.start(before);
        } else {
          mark = step.next(mark, BATCH, PATIENCE);
          pause = SHORTEST_PAUSE;
        }
        before = mark;
        headway.reached(mark.position());
      } catch (InterruptedException e) {
        return;
      } catch (SQLException | FeedUnavailable e) {
        if (closed) {
          return;
        }
        if (e instanceof SQLException sql && isPoison(sql)) {
          stop(
              new IllegalStateException(
                  "view %s cannot take what follows position %d (SQLSTATE %s); its log says more"
                      .formatted(view, position(), sql.getSQLState()),
                  sql));
          return;
        }
        LOG.warn("view {} at {} waits {} after: {}", view, position(), pause, e.getMessage());
        mark = null;
        if (!rest(pause)) {
          return;
        }
        pause = longer(pause);
      } catch (RuntimeException e) {
        stop(e);
        return;
      }
    }
  }

  private void stop(RuntimeException cause) {
    LOG.error("view {} stopped at position {}", view, position(), cause);
    headway.stopped(cause);
  }

  /** Data exceptions and broken constraints come back however often the batch is tried. */
  private static boolean isPoison(SQLException e) {
    String state = e.getSQLState();
    return state != null && (state.startsWith("22") || state.startsWith("23"));
  }

  private static boolean rest(Duration pause) {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }
}
