package org.jalon.workload.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.feed.LiveView;
import org.jalon.kernel.feed.MemoryFeed;
import org.jalon.kernel.schema.DatabaseAccess;
import org.jalon.kernel.schema.ModuleSchema;
import org.jalon.kernel.wire.MemoryKeys;
import org.jalon.postgres.ScratchDatabase;
import org.jalon.postgres.ScratchPostgres;
import org.jalon.workload.caseload.CaseByCase;
import org.jalon.workload.caseload.Caseload;

/** A view of its own over a ledger in memory, in a database of its own. */
final class Desk implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  final MemoryFeed feed = new MemoryFeed(LedgerId.MAIN, new MemoryKeys());
  final ScratchDatabase database = ScratchPostgres.fresh();
  final DatabaseAccess access =
      new DatabaseAccess(database.url(), database.user(), database.password());
  final ModuleSchema schema = new ModuleSchema(LedgerId.MAIN, "workload");
  final LiveView view = new LiveView(feed, new CaseloadProjection(), schema, access, 4);
  final Caseloads caseloads = new Caseloads(view);

  Desk started() {
    view.start();
    return this;
  }

  Desk record(EffectiveDay day, Event... events) {
    feed.append(day, events);
    return this;
  }

  Desk record(Instant recordedAt, EffectiveDay day, Event... events) {
    feed.at(recordedAt).append(day, events);
    return this;
  }

  /** The figures of a day, from month-ends and changes. */
  Caseload on(EffectiveDay day, Optional<Instant> asOf) throws SQLException, InterruptedException {
    caughtUp();
    return caseloads.figures(day, day, asOf).known().on(day);
  }

  /** The cases of a day, from spans. */
  CaseByCase cases(EffectiveDay day, Optional<Instant> asOf)
      throws SQLException, InterruptedException {
    caughtUp();
    return caseloads.history(day, asOf).known().on(day);
  }

  void caughtUp() throws InterruptedException {
    if (!view.await(feed.head(), PATIENCE)) {
      throw new IllegalStateException(
          "the view is at %d of %d: %s"
              .formatted(view.position(), feed.head(), view.failure().orElse(null)));
    }
  }

  @Override
  public void close() {
    view.close();
  }
}
