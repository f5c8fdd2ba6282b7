package org.jalon.standalone;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.jalon.command.wiring.DecisionCache;

/**
 * What decisions found in memory and what they had to read, as figures {@code jalon.decision.*}.
 */
final class DecisionMeters implements MeterBinder {

  private final DecisionCache cache;

  DecisionMeters(DecisionCache cache) {
    this.cache = cache;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    counter(registry, "hits", "criteria found in memory", one -> one.figures().hits());
    counter(registry, "misses", "criteria read from the start", one -> one.figures().misses());
    Gauge.builder("jalon.decision.cache", cache, one -> one.figures().bytes())
        .description("what is remembered, roughly")
        .baseUnit("bytes")
        .register(registry);
  }

  private void counter(
      MeterRegistry registry, String name, String meaning, ToDoubleFunction<DecisionCache> figure) {
    FunctionCounter.builder("jalon.decision." + name, cache, figure)
        .description(meaning)
        .register(registry);
  }
}
