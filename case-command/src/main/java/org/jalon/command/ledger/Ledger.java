package org.jalon.command.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import javax.sql.DataSource;
import org.jalon.command.ledger.chain.BatchRow;
import org.jalon.command.ledger.chain.Head;
import org.jalon.kernel.LedgerId;

/**
 * One ledger of this process: an order of events without gaps, appended under conditions, read by
 * position, proved by a hash chain. Several processes may open the same ledger.
 */
public final class Ledger implements AutoCloseable {

  static final String MODULE = "ledger";

  /**
   * What the writer has to do and has done since it opened.
   *
   * @param waiting appends in the queue now
   * @param conflicts appends rejected
   * @param lostSwaps batches that found another node's in their place and were tried again
   */
  public record Work(int waiting, long batches, long events, long conflicts, long lostSwaps) {}

  private final LedgerId id;
  private final LedgerOptions options;
  private final Questions questions;
  private final Audit audit;
  private final History history;
  private final ThreadFactory threads;
  private final Executor executor;
  private final Figures figures = new Figures();
  private final Tail tail;
  private final Notifier notifier;
  private final Partitions partitions;
  private final GroupCommit writer;
  private final PostgresEventStorageEngine engine;

  private Ledger(
      DataSource source,
      LedgerId id,
      PayloadFormat format,
      LedgerOptions options,
      TagHashes hashes,
      BatchRow head) {
    this.id = id;
    this.options = options;
    questions = new Questions(source, id, options.deadline());
    audit =
        new Audit(id, questions, new Inspections(new Questions(source, id, Duration.ZERO)), hashes);
    threads = Thread.ofVirtual().name("ledger-" + id + "-", 0).factory();
    executor = task -> threads.newThread(task).start();
    history = new History(id.value(), this::rewound);
    tail = new Tail(source, id.schema(MODULE), options, head.last(), history);
    notifier = new Notifier(source, id.schema(MODULE), options, head.last());
    partitions = new Partitions(source, executor);
    Known known = new Known(head, options.windowEvents(), hashes, history);
    writer =
        new GroupCommit(id.value(), known, source, questions, options, executor, reach(), figures);
    engine = new PostgresEventStorageEngine(this, new AxonTranslation(format, hashes));
  }

  /**
   * Opens the ledger of the id, whose tables {@code ModuleSchema(id, "ledger")} has migrated.
   *
   * @param role connects with {@code ModuleSchema.session()} run; keeps two connections for good, a
   *     third while it appends, and needs some more for reading; see {@link LedgerConnections}
   * @throws LedgerException.Unavailable if the database cannot be asked
   * @throws IllegalStateException if the tables belong to another ledger
   */
  public static Ledger open(
      DataSource role, LedgerId id, PayloadFormat format, LedgerOptions options) {
    return open(role, id, format, options, TagHashes.SHA_256);
  }

  static Ledger open(
      DataSource role, LedgerId id, PayloadFormat format, LedgerOptions options, TagHashes hashes) {
    try (Connection connection = role.getConnection()) {
      BatchRow genesis = BatchTable.batchHolding(connection, 0);
      if (!genesis.sameAs(BatchRow.genesis(id.value()))) {
        throw new IllegalStateException(
            "the tables hold the genesis of another ledger than '%s'; check the schema"
                .formatted(id));
      }
      BatchRow head = BatchTable.head(connection);
      Ledger ledger = new Ledger(role, id, format, options, hashes, head);
      ledger.partitions.now(connection);
      ledger.tail.start();
      ledger.notifier.start();
      ledger.writer.start();
      return ledger;
    } catch (SQLException e) {
      throw new LedgerException.Unavailable("ledger %s cannot be opened".formatted(id), e);
    }
  }

  /** The ledger as Axon's event storage. */
  public PostgresEventStorageEngine engine() {
    return engine;
  }

  /** What proves that nothing was altered. */
  public Audit audit() {
    return audit;
  }

  public LedgerId id() {
    return id;
  }

  /** How much waits and was done; for figures on a dashboard. */
  public Work work() {
    return figures.work(writer.waiting());
  }

  /**
   * What ended the writing or the following of the ledger in this process, for which there is no
   * cure but to start it again; after the former, appends are refused as unavailable.
   */
  public Optional<Throwable> failure() {
    return writer.failure().or(tail::failure);
  }

  /**
   * Why no partition could be made ahead when it was last tried, which goes on, and how far those
   * reach that are there: beyond, appends are refused as unavailable.
   */
  public Optional<String> shortage() {
    return partitions.trouble();
  }

  /**
   * The head as the database has it now.
   *
   * @throws LedgerException.Unavailable if the database cannot be asked
   */
  public Head head() {
    return questions.answer(connection -> BatchTable.head(connection).head());
  }

  /**
   * What was recorded, as this process knew, and is not in the database any more: an older copy
   * took its place. The ledger goes on with what is there; the fork is told until this process
   * ends.
   */
  public Optional<Fork> fork() {
    return history.fork();
  }

  /**
   * The fork found last, apart from those before: what concerns whoever has read the history since.
   */
  public Optional<Fork> latestFork() {
    return history.latest();
  }

  /**
   * How many times a fork was found since this process started, and now that the database is asked.
   *
   * @throws LedgerException.Unavailable if the database cannot be asked
   */
  public int forks() {
    questions.answer(history::compare);
    return history.forks();
  }

  /**
   * Whether all of these heads, read here earlier, belong to the history that the database has now:
   * if not, an older copy of the ledger took its place.
   *
   * @throws LedgerException.Unavailable if the database cannot be asked
   */
  public boolean stand(Collection<Head> heads) {
    return heads.isEmpty() || questions.answer(connection -> BatchTable.stand(connection, heads));
  }

  /**
   * The batch that holds a position: its last position, chain hash and time; empty beyond the head.
   * Told from memory for what was appended here a moment ago.
   *
   * @throws LedgerException.Unavailable if it is not in memory and the database cannot be asked
   */
  public Optional<Head> batchHolding(long position) {
    return history.holding(position).or(() -> stored(position)).map(BatchRow::head);
  }

  /**
   * The chain hash of the batch that holds a position, as the database has it now; empty beyond the
   * head.
   *
   * @throws LedgerException.Unavailable if the database cannot be asked
   */
  public Optional<byte[]> chainHashAt(long position) {
    return stored(position).map(BatchRow::chain);
  }

  /**
   * The events after a position, in order and without gaps.
   *
   * @param after 0 to start with the first
   * @param most 1 to 100,000
   * @return at most so many, fewer when they reach 8 MiB together; empty when nothing follows
   * @throws LedgerException.Unavailable if the database cannot be asked
   */
  public List<StoredEvent> read(long after, int most) {
    if (after < 0 || most < 1 || most > 100_000) {
      throw new IllegalArgumentException(
          "cannot read %d events after %d; after is 0 or more, most 1 to 100000"
              .formatted(most, after));
    }
    return questions.answer(connection -> EventTable.after(connection, after, most));
  }

  /**
   * The events of a range in order, read over several connections at once and a little ahead.
   *
   * @param after 0 to start with the first
   * @param upTo {@link Long#MAX_VALUE} for up to the head as it is now
   * @param connections 1 to 8, out of those for reading
   * @return to be closed; it ends with {@link LedgerException.HistoryForked} if an older copy of
   *     the ledger takes the place of what it began with
   * @throws LedgerException.Unavailable if the database cannot be asked
   */
  public Replay replay(long after, long upTo, int connections) {
    if (after < 0 || upTo < after || connections < 1 || connections > 8) {
      throw new IllegalArgumentException(
          "cannot replay from %d to %d over %d connections; positions ascend from 0, and 1 to 8 connections read"
              .formatted(after, upTo, connections));
    }
    Head head = head();
    return new Replay(
        (from, most) -> readIn(head, from, most),
        after,
        Math.min(upTo, head.position()),
        connections,
        threads);
  }

  /** As {@link #read}, of the history that has this head and of no other. */
  private List<StoredEvent> readIn(Head head, long after, int most) {
    return questions.answer(
        connection -> {
          List<StoredEvent> events = EventTable.after(connection, after, most);
          if (!BatchTable.stand(connection, List.of(head))) {
            throw new LedgerException.HistoryForked(
                head.position(), BatchTable.head(connection).last());
          }
          return events;
        });
  }

  /**
   * Waits until the ledger reaches beyond a position, at most so long.
   *
   * @return how far it is known to reach; not beyond the position when the time was up
   */
  public long awaitBeyond(long position, Duration atMost) throws InterruptedException {
    return tail.awaitBeyond(position, atMost);
  }

  /**
   * Accepts no more appends and waits for those already accepted, within {@link
   * LedgerOptions#closing()}. What is recorded can still be read.
   */
  public void drain() {
    writer.close();
  }

  /** {@linkplain #drain Drains}, then stops. */
  @Override
  public void close() {
    drain();
    notifier.close();
    partitions.close();
    tail.close();
  }

  CompletableFuture<OptionalLong> append(
      List<StagedEvent> staged, List<Criterion> criteria, long marker) {
    return append(staged, criteria, marker, List.of());
  }

  /**
   * @param rests the heads up to which the caller has read, of which all must still stand
   */
  CompletableFuture<OptionalLong> append(
      List<StagedEvent> staged, List<Criterion> criteria, long marker, List<Head> rests) {
    long expiresAt = System.nanoTime() + options.deadline().toNanos();
    AppendRequest request = new AppendRequest(staged, criteria, marker, expiresAt, executor);
    if (staged.size() > options.requestEvents() || request.weight() > options.requestBytes()) {
      return CompletableFuture.failedFuture(
          new IllegalArgumentException(
              "an append of %d events and %d bytes is beyond %d events or %d bytes; split it"
                  .formatted(
                      staged.size(),
                      request.weight(),
                      options.requestEvents(),
                      options.requestBytes())));
    }
    long last = tail.position() + staged.size();
    if (partitions.lacks(last)) {
      partitions.ahead(tail.position());
      return CompletableFuture.failedFuture(
          new LedgerException.Unavailable(
              "no partition has room for position %d: %s"
                  .formatted(last, shortage().orElse(partitions.reach())),
              null));
    }
    writer.submit(request.restingOn(rests));
    return request.outcome();
  }

  Executor executor() {
    return executor;
  }

  /**
   * A page of events in a range in which those are that one of the criteria may match, at most so
   * many: others with them, where reading the range is less than looking up every criterion.
   */
  EventTable.Page matching(List<Criterion> criteria, long after, long upTo, int most) {
    if (after >= upTo) {
      return EventTable.Page.NOTHING;
    }
    return questions.answer(
        connection ->
            upTo - after <= criteria.size()
                ? EventTable.all(connection, after, upTo, most)
                : EventTable.matching(connection, criteria, after, upTo, most));
  }

  /**
   * What follows a place, at most so many events.
   *
   * @throws LedgerException.HistoryForked if the database does not hold the place
   */
  Place.Page behind(Place place, int most) {
    return questions.answer(connection -> place.read(connection, most));
  }

  /** The last position recorded before the instant. */
  long positionBefore(Instant instant) {
    return questions.answer(
        connection -> {
          var first = BatchTable.firstRecordedFrom(connection, instant);
          return first.isPresent() ? first.getAsLong() - 1 : BatchTable.head(connection).last();
        });
  }

  /** A stream that is woken whenever the ledger has grown. */
  PagedStream follow(PagedStream.Pages pages) {
    Object key = new Object();
    Following following = new Following(pages, options.poll(), executor, tail::closed);
    PagedStream stream = new PagedStream(following, executor, () -> tail.forget(key));
    following.whenBack(stream::more);
    tail.listen(key, stream::more);
    stream.more();
    return stream;
  }

  private Optional<BatchRow> stored(long position) {
    return questions.answer(
        connection ->
            Optional.of(BatchTable.batchHolding(connection, position))
                .filter(batch -> batch.last() >= position));
  }

  private void rewound(long position) {
    tail.rewound(position);
    partitions.lost();
  }

  private Reach reach() {
    return new Reach() {
      @Override
      public void accept(long position) {
        reached(position);
      }

      @Override
      public void noRoom() {
        partitions.lost();
      }
    };
  }

  private void reached(long position) {
    tail.reached(position);
    notifier.reached(position);
    partitions.ahead(position);
  }
}
