package org.jalon.command.wiring;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.StorageEngineBackedEventStore;
import org.axonframework.messaging.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.core.EmptyApplicationContext;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.eventhandling.SimpleEventBus;
import org.jalon.command.decision.Rights;
import org.jalon.command.ledger.Ledger;
import org.jalon.command.ledger.PayloadFormat;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.wire.KeyStore;

/** Puts the rules on Axon's command bus and event store, by plain functions. */
public final class WriteSide {

  private WriteSide() {}

  /** How facts become stored bytes in a ledger. */
  public static PayloadFormat format(LedgerId ledger, KeyStore keys) {
    return new EventFormat(ledger, keys);
  }

  /**
   * The decisions of a ledger: all public commands, and others that only the inside may send.
   *
   * @param cache of this ledger alone
   */
  public static Decisions decisions(
      Ledger ledger,
      KeyStore keys,
      Rights rights,
      List<? extends CommandKind<?>> inside,
      DecisionCache cache) {
    var store =
        new StorageEngineBackedEventStore(
            ledger.engine(), new SimpleEventBus(), DecidingHandler::tags);
    var bus =
        new SimpleCommandBus(
            new SimpleUnitOfWorkFactory(EmptyApplicationContext.INSTANCE), List.of());
    var redactions = new Redactions(ledger, keys, new CaseFacts(ledger.engine()));
    var handler =
        new DecidingHandler(
            context -> new Sourcing(store, context, ledger, cache),
            new Entries(ledger, format(ledger.id(), keys)),
            redactions,
            rights,
            new Fingerprints(keys));
    Stream.concat(CommandCatalog.kinds().stream(), inside.stream())
        .forEach(kind -> bus.subscribe(new QualifiedName(kind.name()), handler));
    return new Decisions(bus, ledger, redactions);
  }
}
