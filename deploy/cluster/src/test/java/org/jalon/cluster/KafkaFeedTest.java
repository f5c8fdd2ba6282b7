package org.jalon.cluster;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.jalon.command.relay.Relay;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.feed.EventFeed;
import org.jalon.kernel.feed.StoredFeedContract;
import org.jalon.kernel.feed.kafka.KafkaEventFeed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

final class KafkaFeedTest extends StoredFeedContract {

  private final ScratchLedger scratch = new ScratchLedger();
  private final Relay relay = Relays.of(scratch.ledger());
  private final KafkaEventFeed feed = new KafkaEventFeed(scratch.id(), Broker.shared().access());

  @BeforeEach
  void start() {
    relay.start();
    await().atMost(Duration.ofSeconds(30)).until(() -> Relays.works(relay));
  }

  @AfterEach
  void close() {
    feed.close();
    relay.close();
    scratch.close();
  }

  @Override
  protected EventFeed feed() {
    return feed;
  }

  @Override
  protected void record(Event... batch) {
    scratch.record(batch);
    Relays.awaitRelayed(relay, scratch.head());
  }

  @Override
  protected void recordUnknown() {
    scratch.recordUnknown();
    Relays.awaitRelayed(relay, scratch.head());
  }
}
