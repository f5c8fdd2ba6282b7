package org.jalon.command.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.StorageEngineBackedEventStore;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.EmptyApplicationContext;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.SimpleEventBus;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Draft;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Rights;
import org.jalon.command.ledger.Ledger;
import org.jalon.command.ledger.LedgerConnections;
import org.jalon.command.ledger.LedgerOptions;
import org.jalon.kernel.Actor;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.EffectiveOn;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.command.Command;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.feed.MemoryFeed;
import org.jalon.kernel.schema.DatabaseAccess;
import org.jalon.kernel.schema.ModuleSchema;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.wire.EventCatalog;
import org.jalon.kernel.wire.MemoryKeys;
import org.jalon.postgres.ScratchDatabase;
import org.jalon.postgres.ScratchPostgres;

/** Several write sides over one ledger, as processes of their own would be. */
final class Nodes implements AutoCloseable {

  static final LocalDate DAY = LocalDate.of(2026, 1, 5);

  private static final ModuleSchema SCHEMA = new ModuleSchema(LedgerId.MAIN, "ledger");

  /** One of them. */
  record Node(HikariDataSource pool, Ledger ledger, DecisionCache cache, Decisions decisions) {

    /** Decides a command with an id of its own. */
    Outcome decide(Command command) throws InterruptedException {
      return decide(command, UUID.randomUUID(), command.toString());
    }

    /** Decides a command with an id and a body that were perhaps used before. */
    Outcome decide(Command command, UUID id, String body) throws InterruptedException {
      var kind = CommandCatalog.named(command.getClass().getSimpleName()).orElseThrow();
      return decisions.decide(request(kind, command, id, body));
    }

    static <C> Request<C> request(CommandKind<C> kind, Command command, UUID id, String body) {
      var intent =
          new Intent<>(
              kind.type().cast(command),
              id,
              Actor.LOCAL,
              EffectiveOn.day(DAY),
              new EffectiveDay(DAY),
              ZoneId.of("Europe/Paris"));
      return new Request<>(kind, intent, false, body.getBytes(UTF_8), false, null, null);
    }

    /** The facts of a boundary as a decision of this node reads them. */
    Set<Fact> read(Boundary boundary) throws Exception {
      return read(boundary, () -> "nothing");
    }

    /** The same, when something happens after it was settled up to where is read. */
    Set<Fact> read(Boundary boundary, Callable<?> meanwhile) throws Exception {
      return read(boundary, cache, meanwhile);
    }

    /** The facts of a boundary, read from the start. */
    Set<Fact> readAfresh(Boundary boundary) throws Exception {
      return read(boundary, new DecisionCache(0), () -> "nothing");
    }

    private Set<Fact> read(Boundary boundary, DecisionCache from, Callable<?> meanwhile)
        throws Exception {
      var store =
          new StorageEngineBackedEventStore(
              ledger.engine(), new SimpleEventBus(), DecidingHandler::tags);
      return new SimpleUnitOfWorkFactory(EmptyApplicationContext.INSTANCE)
          .create()
          .<Set<Fact>>executeWithResult(
              context -> {
                var sourcing = new Sourcing(store, context, ledger, from);
                uncheckedly(meanwhile);
                return CompletableFuture.completedFuture(new HashSet<>(sourcing.facts(boundary)));
              })
          .get(30, TimeUnit.SECONDS);
    }

    private static void uncheckedly(Callable<?> task) {
      try {
        task.call();
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }

    /** Records facts in one batch without asking any rule. */
    void record(Collection<? extends Event> facts) throws Exception {
      List<TaggedEventMessage<?>> messages =
          facts.stream().<TaggedEventMessage<?>>map(Node::message).toList();
      ledger
          .engine()
          .appendEvents(AppendCondition.none(), null, messages)
          .thenCompose(append -> append.commit(null))
          .get(30, TimeUnit.SECONDS);
    }

    private static TaggedEventMessage<?> message(Event event) {
      var day = new EffectiveDay(DAY);
      var name = EventCatalog.nameOf(event);
      EventMessage message =
          new GenericEventMessage(
              UUID.randomUUID().toString(),
              new MessageType(name.name(), String.valueOf(name.version())),
              new Draft(event, new EffectiveOn(day, null), UUID.randomUUID()),
              MemoryFeed.stamp(day).toMetadata(),
              Instant.EPOCH);
      return new GenericTaggedEventMessage<>(message, DecidingHandler.tags(message));
    }
  }

  private final ScratchDatabase database;
  private final LedgerOptions options;
  private final DatabaseAccess access;
  private final MemoryKeys keys = new MemoryKeys();
  private final List<Node> nodes = new ArrayList<>();

  /**
   * @param cacheBytes of each
   */
  Nodes(int count, long cacheBytes) {
    this(ScratchPostgres.fresh(), count, cacheBytes, LedgerOptions.defaults());
  }

  /** The same over a database that is to be hard on them. */
  Nodes(ScratchDatabase database, int count, long cacheBytes, LedgerOptions options) {
    this.database = database;
    this.options = options;
    access = new DatabaseAccess(database.url(), database.user(), database.password());
    SCHEMA.migrate(access.owner());
    Stream.generate(() -> node(cacheBytes)).limit(count).forEach(nodes::add);
  }

  /** Before anything is recorded: partitions of the ledger hold so many positions each. */
  void makePartitionsOf(int width) throws SQLException {
    try (var connection = access.owner().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          SET search_path TO %s;
          DROP TABLE event_000000, event_tag_000000;
          UPDATE partitioning SET width = %d;
          SELECT room_ahead()
          """
              .formatted(SCHEMA.name(), width));
    }
  }

  /** One that has seen nothing yet. */
  Node fresh(long cacheBytes) {
    Node fresh = node(cacheBytes);
    nodes.add(fresh);
    return fresh;
  }

  ScratchDatabase database() {
    return database;
  }

  private Node node(long cacheBytes) {
    HikariDataSource pool = access.pool(SCHEMA, 8);
    LedgerConnections.driverProperties().forEach(pool::addDataSourceProperty);
    long patience = options.deadline().toMillis() / 2;
    pool.setConnectionTimeout(Math.min(pool.getConnectionTimeout(), patience));
    Ledger ledger =
        Ledger.open(pool, LedgerId.MAIN, WriteSide.format(LedgerId.MAIN, keys), options);
    var cache = new DecisionCache(cacheBytes);
    return new Node(
        pool,
        ledger,
        cache,
        WriteSide.decisions(ledger, keys, Rights.LOCAL_TRUST, List.of(), cache));
  }

  Node get(int number) {
    return nodes.get(number);
  }

  MemoryKeys keys() {
    return keys;
  }

  /** What was recorded after a position, in its order. */
  List<Fact> after(long position) {
    Ledger ledger = nodes.getFirst().ledger();
    var entries = new Entries(ledger, WriteSide.format(LedgerId.MAIN, keys));
    return LongStream.rangeClosed(position + 1, ledger.head().position())
        .boxed()
        .flatMap(at -> entries.facts(Boundary.entry(at), _ -> List.of()).stream())
        .toList();
  }

  /** Takes what was recorded after a position out of the tables, as an old backup would. */
  void loseAfter(long position) throws SQLException {
    try (var connection = access.owner().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          DELETE FROM %1$s.event_tag WHERE position > %2$d;
          DELETE FROM %1$s.event WHERE position > %2$d;
          DELETE FROM %1$s.batch WHERE first_position > %2$d
          """
              .formatted(SCHEMA.name(), position));
    }
  }

  @Override
  public void close() {
    nodes.forEach(node -> node.ledger().close());
    nodes.forEach(node -> node.pool().close());
  }
}
