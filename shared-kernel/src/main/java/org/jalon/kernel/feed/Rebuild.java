package org.jalon.kernel.feed;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jalon.kernel.schema.ModuleSchema;

/**
 * Builds a view anew from the whole ledger beside the live one, which goes on answering, and swaps
 * the two when the new one has come as far.
 */
public final class Rebuild {

  private static final int BATCH = 2_000;
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int MOST_WAITS = 60;

  private final EventFeed feed;
  private final Projection projection;
  private final ModuleSchema schema;
  private final DataSource owner;
  private final DataSource shadow;

  /**
   * @param owner may create and rename schemas
   * @param shadow connections under the view's role in {@code schema.shadow()}
   */
  public Rebuild(
      EventFeed feed,
      Projection projection,
      ModuleSchema schema,
      DataSource owner,
      DataSource shadow) {
    this.feed = feed;
    this.projection = projection;
    this.schema = schema;
    this.owner = owner;
    this.shadow = shadow;
  }

  /** Hears how far the rebuild is. */
  @FunctionalInterface
  public interface Progress {

    /** Called after every batch. */
    void at(long position, long head);
  }

  /**
   * Runs to the end. The live view must not move once the shadow has caught up: {@code
   * pauseLiveView} is called then, and what was recorded meanwhile is applied before the swap.
   *
   * @throws SQLException if the database fails; the live view is untouched
   * @throws FeedUnavailable if the ledger cannot be read or gives nothing for a minute; the live
   *     view is untouched
   * @throws InterruptedException if the thread is; the live view is untouched
   */
  public void run(Runnable pauseLiveView, Progress progress)
      throws SQLException, InterruptedException {
    schema.shadow().drop(owner);
    schema.shadow().migrate(owner);
    var step = new ViewStep(feed, projection, shadow);
    Fence.Mark mark = step.start();
    do {
      mark = catchUp(step, mark, progress);
    } while (feed.head() - mark.position() > BATCH);
    pauseLiveView.run();
    catchUp(step, mark, progress);
    schema.replaceWithShadow(owner);
  }

  private Fence.Mark catchUp(ViewStep step, Fence.Mark from, Progress progress)
      throws SQLException, InterruptedException {
    Fence.Mark mark = from;
    long head = feed.head();
    int waits = 0;
    while (mark.position() < head) {
      if (Thread.interrupted()) {
        throw new InterruptedException("the rebuild was told to end");
      }
      Fence.Mark reached = step.next(mark, BATCH, PATIENCE);
      waits = reached.position() == mark.position() ? waits + 1 : 0;
      if (waits == MOST_WAITS) {
        throw new FeedUnavailable(
            "nothing came after position %d for %d s, though the head is %d; rebuild again later"
                .formatted(mark.position(), MOST_WAITS, head));
      }
      mark = reached;
      progress.at(mark.position(), head);
    }
    return mark;
  }
}
