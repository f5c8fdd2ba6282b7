package org.jalon.kernel.edge;

import org.jalon.kernel.feed.FeedUnavailable;
import org.jalon.kernel.feed.LiveView;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether a view follows the ledger, and how far behind it is in events. */
public final class ViewHealth implements HealthIndicator {

  private final LiveView view;

  /** The health of one view. */
  public ViewHealth(LiveView view) {
    this.view = view;
  }

  @Override
  public Health health() {
    var health =
        view.failure()
            .map(cause -> Health.down().withDetail("stopped", String.valueOf(cause.getMessage())))
            .orElseGet(Health::up)
            .withDetail("view", view.view())
            .withDetail("position", view.position());
    try {
      return health.withDetail("lag", view.lag()).build();
    } catch (FeedUnavailable e) {
      return health.down().withDetail("feed", String.valueOf(e.getMessage())).build();
    }
  }
}
