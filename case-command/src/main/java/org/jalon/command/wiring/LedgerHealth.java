package org.jalon.command.wiring;

import java.util.Optional;
import java.util.function.Supplier;
import org.jalon.command.ledger.Fork;
import org.jalon.command.ledger.Ledger;
import org.jalon.command.ledger.LedgerException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the ledger can be appended to and read, where it ends and how many appends wait. */
public final class LedgerHealth implements HealthIndicator {

  private static final String STOPPED = "the ledger stopped in this process; restart it";
  private static final String AWAY = "the ledger's database cannot be asked";

  private final Ledger ledger;
  private final Supplier<Optional<String>> forsaken;

  /**
   * The health of one ledger.
   *
   * @param forsaken why it is not the history that was signed, if so
   */
  public LedgerHealth(Ledger ledger, Supplier<Optional<String>> forsaken) {
    this.ledger = ledger;
    this.forsaken = forsaken;
  }

  @Override
  public Health health() {
    if (ledger.failure().isPresent()) {
      return Health.down().withDetail("reason", STOPPED).build();
    }
    Health.Builder health = ledger.fork().map(LedgerHealth::forked).orElseGet(Health::up);
    Optional<String> forked = forsaken.get();
    if (forked.isPresent()) {
      return health.down().withDetail("reason", forked.get()).build();
    }
    try {
      health
          .withDetail("position", ledger.head().position())
          .withDetail("waiting", ledger.work().waiting());
      ledger.shortage().ifPresent(reason -> health.withDetail("partitions", reason));
      return health.build();
    } catch (LedgerException _) {
      return health.down().withDetail("reason", AWAY).build();
    }
  }

  /** It can be used, and somebody must know what was lost: a restart says that they do. */
  private static Health.Builder forked(Fork fork) {
    return Health.down()
        .withDetail("forked", fork.message())
        .withDetail("firstDiffering", fork.first())
        .withDetail("lastKnown", fork.last());
  }
}
