package org.jalon.standalone;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.jalon.command.ledger.Ledger;

/** What the ledger's writer has to do and has done, as figures {@code jalon.ledger.*}. */
final class LedgerMeters implements MeterBinder {

  private final Ledger ledger;

  LedgerMeters(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("jalon.ledger.queue", ledger, one -> one.work().waiting())
        .description("appends that wait for the writer")
        .register(registry);
    counter(registry, "commits", "batches committed", one -> one.work().batches());
    counter(registry, "events", "events recorded", one -> one.work().events());
    counter(registry, "conflicts", "appends that lost a race", one -> one.work().conflicts());
    Gauge.builder("jalon.ledger.batch", ledger, LedgerMeters::meanBatch)
        .description("events per batch, the mean since the start; NaN before the first")
        .register(registry);
  }

  private void counter(
      MeterRegistry registry, String name, String meaning, ToDoubleFunction<Ledger> figure) {
    FunctionCounter.builder("jalon.ledger." + name, ledger, figure)
        .description(meaning)
        .register(registry);
  }

  private static double meanBatch(Ledger ledger) {
    Ledger.Work work = ledger.work();
    return (double) work.events() / work.batches();
  }
}
