package org.jalon.kernel.feed;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.schema.DatabaseAccess;
import org.jalon.kernel.schema.ModuleSchema;
import org.jspecify.annotations.Nullable;

/**
 * A view that answers: its tables, the projector that moves them, the rebuild beside them. Safe for
 * many threads.
 */
public final class LiveView implements AutoCloseable {

  private static final int SHADOW_CONNECTIONS = 2;

  private final EventFeed feed;
  private final Projection projection;
  private final ModuleSchema schema;
  private final DatabaseAccess access;
  private final HikariDataSource pool;
  private final Headway headway = new Headway();
  private final Snapshots snapshots;
  private @Nullable Projector projector;
  private @Nullable Rebuilding rebuilding;
  private boolean closed;

  /**
   * @param projection what events mean to it
   * @param schema its tables, of no other view
   * @param connections most connections at once, at least 2: one moves the view, others read
   */
  public LiveView(
      EventFeed feed,
      Projection projection,
      ModuleSchema schema,
      DatabaseAccess access,
      int connections) {
    this.feed = feed;
    this.projection = projection;
    this.schema = schema;
    this.access = access;
    this.pool = access.pool(schema, connections);
    this.snapshots = new Snapshots(pool, projection.view(), feed.ledger());
  }

  /** A question to the tables of a view, within one snapshot of them. */
  @FunctionalInterface
  public interface Question<T> {
    /** Asks it; may not write. */
    T ask(Connection connection) throws SQLException;
  }

  /**
   * An answer and what it rests on.
   *
   * @param position of the ledger: exactly the events up to it are in the answer
   */
  public record Answer<T>(long position, T value) {}

  /**
   * Brings the tables to their newest version and begins to follow the feed.
   *
   * @throws IllegalStateException if the view runs or was closed, or its role is missing
   */
  public synchronized void start() {
    if (projector != null || closed) {
      throw new IllegalStateException("view %s was started before".formatted(view()));
    }
    schema.migrate(access.owner());
    follow();
  }

  /** The view's name. */
  public String view() {
    return projection.view();
  }

  /** The ledger it follows. */
  public LedgerId ledger() {
    return feed.ledger();
  }

  /** The last position whose rows are committed; 0 before the first. */
  public long position() {
    return headway.position();
  }

  /**
   * Events recorded that the view does not show yet.
   *
   * @throws FeedUnavailable if the ledger cannot be read now
   */
  public long lag() {
    return Math.max(0, feed.head() - position());
  }

  /** Why the view stopped for good, if it did; a rebuild sets it going again. */
  public Optional<RuntimeException> failure() {
    return headway.failure();
  }

  /** Waits until the view has reached a position; false if it has not in that time. */
  public boolean await(long wanted, Duration patience) throws InterruptedException {
    return headway.await(wanted, patience);
  }

  /**
   * Asks a question in one read-only snapshot.
   *
   * @throws SQLException if the database fails or has no connection within 5 s
   */
  public <T> Answer<T> read(Question<T> question) throws SQLException {
    return snapshots.read(question);
  }

  /**
   * Begins to build the view anew beside the live one, which goes on answering.
   *
   * @return false if one is being built already
   * @throws IllegalStateException if the view was closed
   * @throws FeedUnavailable if the ledger cannot be read now
   */
  public synchronized boolean rebuild() {
    if (closed) {
      throw new IllegalStateException("view %s was closed".formatted(view()));
    }
    if (rebuildState().state() == RebuildState.State.RUNNING) {
      return false;
    }
    var next = new Rebuilding(view(), 0, feed.head(), this::rebuildAndSwap);
    rebuilding = next;
    next.start();
    return true;
  }

  /** How far the last rebuild is. */
  public synchronized RebuildState rebuildState() {
    return rebuilding == null ? RebuildState.NEVER : rebuilding.state();
  }

  /** Ends rebuild, projector and connections, in this order; within 20 seconds. */
  @Override
  public void close() {
    Rebuilding running;
    synchronized (this) {
      closed = true;
      running = rebuilding;
    }
    if (running != null) {
      running.stop();
    }
    pause();
    pool.close();
  }

  private void rebuildAndSwap(Rebuild.Progress progress) throws SQLException, InterruptedException {
    try (var shadow = access.pool(schema.shadow(), SHADOW_CONNECTIONS)) {
      new Rebuild(feed, projection, schema, access.owner(), shadow).run(this::pause, progress);
    } finally {
      resume();
    }
  }

  private void pause() {
    Projector running;
    synchronized (this) {
      running = projector;
      projector = null;
    }
    if (running != null) {
      running.close();
    }
  }

  private synchronized void resume() {
    if (projector == null && !closed) {
      follow();
    }
  }

  private synchronized void follow() {
    var next = new Projector(feed, projection, pool, headway);
    projector = next;
    next.start();
  }
}
