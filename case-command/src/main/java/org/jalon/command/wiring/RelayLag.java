package org.jalon.command.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jalon.command.ledger.LedgerException;
import org.jalon.command.relay.Relay;

/** Gauge {@code jalon.relay.lag}: events recorded and not yet in the topic. */
public final class RelayLag implements MeterBinder {

  private final Relay relay;

  /** The lag of one relay. */
  public RelayLag(Relay relay) {
    this.relay = relay;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("jalon.relay.lag", relay, RelayLag::lag)
        .description("events recorded and not yet in the topic; NaN when the ledger cannot be read")
        .baseUnit("events")
        .register(registry);
  }

  private static double lag(Relay relay) {
    try {
      return relay.lag();
    } catch (LedgerException e) {
      return Double.NaN;
    }
  }
}
