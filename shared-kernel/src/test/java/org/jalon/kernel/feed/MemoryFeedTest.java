package org.jalon.kernel.feed;

import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.wire.MemoryKeys;

final class MemoryFeedTest extends EventFeedContract {

  private final MemoryFeed feed = new MemoryFeed(LedgerId.MAIN, new MemoryKeys());

  @Override
  protected EventFeed feed() {
    return feed;
  }

  @Override
  protected void record(Event... batch) {
    feed.append(EffectiveDay.of(2026, 3, 1), batch);
  }
}
