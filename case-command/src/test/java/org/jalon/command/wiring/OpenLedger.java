package org.jalon.command.wiring;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jalon.command.decision.Draft;
import org.jalon.command.ledger.Ledger;
import org.jalon.command.ledger.LedgerOptions;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.EffectiveOn;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.event.AdhesionGiven;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.feed.MemoryFeed;
import org.jalon.kernel.schema.DatabaseAccess;
import org.jalon.kernel.schema.ModuleSchema;
import org.jalon.kernel.wire.EventCatalog;
import org.jalon.kernel.wire.EventName;
import org.jalon.kernel.wire.MemoryKeys;
import org.jalon.postgres.ScratchDatabase;
import org.jalon.postgres.ScratchPostgres;

/** A ledger over a database of its own, into which a test records facts without a command. */
final class OpenLedger implements AutoCloseable {

  private static final EffectiveDay DAY = EffectiveDay.of(2026, 3, 1);

  private final ModuleSchema schema = new ModuleSchema(LedgerId.MAIN, "ledger");
  private final DataSource owner;
  private final HikariDataSource pool;
  private final Ledger ledger;

  OpenLedger(LedgerOptions options) {
    ScratchDatabase database = ScratchPostgres.fresh();
    var access = new DatabaseAccess(database.url(), database.user(), database.password());
    owner = access.owner();
    schema.migrate(owner);
    pool = access.pool(schema, 8);
    ledger =
        Ledger.open(
            pool, LedgerId.MAIN, WriteSide.format(LedgerId.MAIN, new MemoryKeys()), options);
  }

  Ledger ledger() {
    return ledger;
  }

  /** Takes the database away from the ledger. */
  void cutOff() {
    pool.close();
  }

  /** Records the facts in one batch. */
  void record(Event... batch) throws Exception {
    List<TaggedEventMessage<?>> messages =
        Stream.of(batch).<TaggedEventMessage<?>>map(OpenLedger::message).toList();
    append(messages);
  }

  /** Records an event of a name that no program knows yet. */
  void recordUnknown() throws Exception {
    append(List.of(message(new AdhesionGiven(new CaseId("c")), new EventName("FromTheFuture", 1))));
  }

  private void append(List<TaggedEventMessage<?>> messages) throws Exception {
    ledger
        .engine()
        .appendEvents(AppendCondition.none(), null, messages)
        .thenCompose(append -> append.commit(null))
        .get(30, TimeUnit.SECONDS);
  }

  /** Takes what was recorded after a position out of the tables, as an old backup would. */
  void loseAfter(long position) throws SQLException {
    try (var connection = owner.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          DELETE FROM %1$s.event_tag WHERE position > %2$d;
          DELETE FROM %1$s.event WHERE position > %2$d;
          DELETE FROM %1$s.batch WHERE first_position > %2$d
          """
              .formatted(schema.name(), position));
    }
  }

  private static TaggedEventMessage<?> message(Event event) {
    return message(event, EventCatalog.nameOf(event));
  }

  private static TaggedEventMessage<?> message(Event event, EventName name) {
    var draft = new Draft(event, new EffectiveOn(DAY, null), UUID.randomUUID());
    return new GenericTaggedEventMessage<>(
        new GenericEventMessage(
            UUID.randomUUID().toString(),
            new MessageType(name.name(), String.valueOf(name.version())),
            draft,
            MemoryFeed.stamp(DAY).toMetadata(),
            Instant.EPOCH),
        Set.of(new Tag("case", "any")));
  }

  @Override
  public void close() {
    ledger.close();
    pool.close();
  }
}
