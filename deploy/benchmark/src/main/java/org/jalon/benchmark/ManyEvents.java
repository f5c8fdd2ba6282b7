package org.jalon.benchmark;

import java.util.List;
import org.jalon.command.ledger.Ledger;

/**
 * A ledger with very many events against an empty one, by turns: conditional appends by 256
 * callers; and how fast the many are replayed. The many are appended by the engine itself, in large
 * requests.
 *
 * @param events stored before anything is measured
 */
record ManyEvents(long events, int rounds, Spell spell) implements Workload {

  private static final int MILLION = 1_000_000;

  /** What an event of two tags takes on disk with its indexes, roughly. */
  private static final long BYTES_EACH = 900;

  /** The log and what else is measured. */
  private static final long BYTES_BESIDE = 4L << 30;

  /** Bytes that must be free. */
  long room() {
    return events * BYTES_EACH + BYTES_BESIDE;
  }

  private String name() {
    return events % MILLION == 0 ? events / MILLION + "m" : Long.toString(events);
  }

  @Override
  public List<Result> run(Site site) throws Exception {
    Ledger many = site.anotherLedger("many");
    new Filling(many, events).fill();
    site.settle(many.id());
    var shape = new Shape(256, 1, 2);
    var one = new Shape(1, 1, 2);
    return new Race(
            List.of(
                new Race.Entry(new JalonStore(many, "append-" + name()), shape),
                new Race.Entry(new JalonStore(site.anotherLedger("none"), "append-empty"), shape),
                new Race.Entry(new Replay(many, "replay-" + name()), one)),
            rounds,
            spell)
        .run();
  }
}
