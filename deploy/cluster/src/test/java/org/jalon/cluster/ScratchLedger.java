package org.jalon.cluster;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jalon.command.decision.Draft;
import org.jalon.command.decision.Tags;
import org.jalon.command.ledger.Ledger;
import org.jalon.command.ledger.LedgerOptions;
import org.jalon.command.wiring.WriteSide;
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

/** A ledger with tables and a topic of its own, into which tests record facts. */
final class ScratchLedger implements AutoCloseable {

  static final EffectiveDay DAY = EffectiveDay.of(2026, 3, 1);

  private static final AtomicInteger LEDGERS = new AtomicInteger();
  private static final DatabaseAccess DATABASE = fresh();
  private static final DatabaseAccess OTHER_DATABASE = fresh();

  private final LedgerId id;
  private final ModuleSchema schema;
  private final DatabaseAccess access;
  private final HikariDataSource pool;
  private final Ledger ledger;

  ScratchLedger() {
    this(new LedgerId("scratch_" + LEDGERS.incrementAndGet()), DATABASE);
  }

  private ScratchLedger(LedgerId id, DatabaseAccess access) {
    this.id = id;
    this.access = access;
    schema = new ModuleSchema(id, "ledger");
    schema.migrate(access.owner());
    pool = access.pool(schema, 8);
    ledger =
        Ledger.open(pool, id, WriteSide.format(id, new MemoryKeys()), LedgerOptions.defaults());
  }

  /** Another history of the ledger of the same name, in another database. */
  ScratchLedger twin() {
    return new ScratchLedger(id, OTHER_DATABASE);
  }

  /** Where ledgers are, each in a schema of its own. */
  static DatabaseAccess database() {
    return DATABASE;
  }

  /** Where there is room for another of everything. */
  static DatabaseAccess otherDatabase() {
    return OTHER_DATABASE;
  }

  private static DatabaseAccess fresh() {
    ScratchDatabase database = ScratchPostgres.fresh();
    return new DatabaseAccess(database.url(), database.user(), database.password());
  }

  LedgerId id() {
    return id;
  }

  Ledger ledger() {
    return ledger;
  }

  DatabaseAccess access() {
    return access;
  }

  long head() {
    return ledger.head().position();
  }

  /** Records the facts in one batch. */
  void record(Event... batch) {
    List<TaggedEventMessage<?>> messages =
        Stream.of(batch).<TaggedEventMessage<?>>map(ScratchLedger::message).toList();
    append(messages);
  }

  /** Records an event of a name that no program knows yet. */
  void recordUnknown() {
    append(List.of(message(new AdhesionGiven(new CaseId("c")), new EventName("FromTheFuture", 1))));
  }

  private void append(List<TaggedEventMessage<?>> messages) {
    try {
      ledger
          .engine()
          .appendEvents(AppendCondition.none(), null, messages)
          .thenCompose(append -> append.commit(null))
          .get(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("not recorded", e);
    }
  }

  /** Takes what was recorded after a position out of the tables, as an old copy would. */
  void loseAfter(long position) throws SQLException {
    try (var connection = access.owner().getConnection();
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
        Tags.of(event).stream()
            .map(tag -> new Tag(tag.key(), tag.value()))
            .collect(Collectors.toSet()));
  }

  @Override
  public void close() {
    ledger.close();
    pool.close();
  }
}
