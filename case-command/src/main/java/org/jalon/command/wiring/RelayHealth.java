package org.jalon.command.wiring;

import org.jalon.command.ledger.LedgerException;
import org.jalon.command.relay.Relay;
import org.jalon.command.relay.RelayState;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether a relay writes what is recorded, how far it is and how much is still to be written. */
public final class RelayHealth implements HealthIndicator {

  private final Relay relay;

  /** The health of one relay. */
  public RelayHealth(Relay relay) {
    this.relay = relay;
  }

  @Override
  public Health health() {
    RelayState state = relay.state();
    Health.Builder health =
        switch (state.kind()) {
          case RELAYING, STANDING_BY -> Health.up();
          case STARTING, WAITING -> Health.outOfService();
          case STOPPED -> Health.down();
        };
    health.withDetail("state", state.kind()).withDetail("position", state.position());
    RuntimeException trouble = state.trouble();
    if (trouble != null) {
      health.withDetail("reason", String.valueOf(trouble.getMessage()));
    }
    try {
      return health.withDetail("lag", relay.lag()).build();
    } catch (LedgerException _) {
      return health.down().withDetail("ledger", "its database cannot be asked").build();
    }
  }
}
