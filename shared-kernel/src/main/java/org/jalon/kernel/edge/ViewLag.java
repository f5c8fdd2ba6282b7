package org.jalon.kernel.edge;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jalon.kernel.feed.FeedUnavailable;
import org.jalon.kernel.feed.LiveView;

/** Gauge {@code jalon.view.lag}, tagged {@code view}: events recorded and not shown yet. */
public final class ViewLag implements MeterBinder {

  private final LiveView view;

  /** The lag of one view. */
  public ViewLag(LiveView view) {
    this.view = view;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("jalon.view.lag", view, ViewLag::lag)
        .description("events recorded and not shown yet; NaN when the ledger cannot be read")
        .baseUnit("events")
        .tag("view", view.view())
        .register(registry);
  }

  private static double lag(LiveView view) {
    try {
      return view.lag();
    } catch (FeedUnavailable e) {
      return Double.NaN;
    }
  }
}
