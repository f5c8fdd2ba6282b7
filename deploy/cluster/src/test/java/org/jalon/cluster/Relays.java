package org.jalon.cluster;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.jalon.command.ledger.Ledger;
import org.jalon.command.relay.Relay;
import org.jalon.command.relay.RelayOptions;
import org.jalon.command.relay.RelayState;
import org.jalon.kernel.feed.kafka.KafkaAccess;

/** Relays to the shared broker, quick to notice. */
final class Relays {

  static final int PARTITIONS = 3;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Relays() {}

  static Relay of(Ledger ledger) {
    return of(ledger, 100);
  }

  static Relay of(Ledger ledger, int batchEvents) {
    return of(ledger, Broker.shared().access(), batchEvents);
  }

  static Relay of(Ledger ledger, KafkaAccess access, int batchEvents) {
    return new Relay(
        ledger,
        access,
        new RelayOptions(
            PARTITIONS,
            (short) 1,
            batchEvents,
            Duration.ofMillis(200),
            Duration.ofMillis(500),
            Duration.ofSeconds(1)));
  }

  static Relay started(Ledger ledger) {
    Relay relay = of(ledger);
    relay.start();
    return relay;
  }

  static boolean works(Relay relay) {
    return relay.state().kind() == RelayState.Kind.RELAYING;
  }

  static void awaitRelayed(Relay relay, long position) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> relay.state().position() >= position);
  }
}
