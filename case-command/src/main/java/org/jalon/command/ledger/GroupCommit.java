package org.jalon.command.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The one thread of a ledger in this process that writes: it takes what waits, sorts out what
 * conflicts, and swaps the rest in as one batch.
 */
final class GroupCommit implements AutoCloseable {

  private static final Duration IDLE = Duration.ofMillis(100);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
  private static final int PAGE = 500;

  private final String ledger;
  private final DataSource source;
  private final LedgerOptions options;
  private final Fingerprints fingerprints;
  private final Executor executor;
  private final LongConsumer reached;
  private final Figures figures;
  private final AppendQueue queue;
  private final Deadlines deadlines = new Deadlines();
  private final Window window;
  private final Thread writer;
  private volatile BatchRow head;
  private volatile boolean closing;
  private volatile long giveUpAt = Long.MAX_VALUE;
  private @Nullable WriterSession session;

  /**
   * @param reached told of every position that has become the head
   */
  GroupCommit(
      String ledger,
      BatchRow head,
      DataSource source,
      LedgerOptions options,
      Fingerprints fingerprints,
      Executor executor,
      LongConsumer reached,
      Figures figures) {
    this.ledger = ledger;
    this.head = head;
    this.source = source;
    this.options = options;
    this.fingerprints = fingerprints;
    this.executor = executor;
    this.reached = reached;
    this.figures = figures;
    queue = new AppendQueue(options);
    window = new Window(options.windowEvents());
    window.reset(head.last());
    writer = Thread.ofPlatform().daemon().name("ledger-writer-" + ledger).unstarted(this::run);
  }

  void start() {
    writer.start();
  }

  /**
   * Queues the request; what becomes of it is told by its outcome, at the latest at its deadline.
   */
  void submit(AppendRequest request) {
    if (closing) {
      request.failed(
          new LedgerException.Unavailable("ledger %s is closed".formatted(ledger), null));
      return;
    }
    deadlines.watch(request);
    if (request.conditional() && request.marker() < window.floor()) {
      executor.execute(() -> advance(request));
    } else {
      queue.offer(request);
    }
  }

  int waiting() {
    return queue.size();
  }

  /** Checks the condition in the database up to the head known here, and queues the request. */
  private void advance(AppendRequest request) {
    if (request.isDone()) {
      return;
    }
    long upTo = head.last();
    try (Connection connection = source.getConnection()) {
      if (EventTable.anyMatch(connection, request.criteria(), request.marker(), upTo)) {
        reject(request);
      } else {
        request.advance(upTo);
        queue.offer(request);
      }
    } catch (SQLException e) {
      request.failed(new LedgerException.Unavailable("the condition cannot be checked", e));
    }
  }

  private void run() {
    try {
      while (!closing || queue.size() > 0) {
        List<AppendRequest> taken = queue.take(IDLE);
        try {
          write(taken);
        } catch (RuntimeException e) {
          dropSession();
          window.reset(head.last());
          fail(taken, new LedgerException.OutcomeUnknown("the writer failed", e));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (session != null) {
        session.close();
      }
    }
  }

  private void write(List<AppendRequest> requests) {
    List<AppendRequest> aside = new ArrayList<>();
    List<AppendRequest> left = requests;
    while (!left.isEmpty()) {
      left = attempt(left, aside);
    }
    aside.forEach(request -> executor.execute(() -> advance(request)));
  }

  /** Tries one batch; returns what must be tried again. */
  private List<AppendRequest> attempt(List<AppendRequest> requests, List<AppendRequest> aside) {
    List<AppendRequest> accepted = List.of();
    try {
      if (requests.stream().anyMatch(r -> r.conditional() && r.marker() > head.last())) {
        catchUp();
      }
      accepted = sift(requests, aside);
      if (accepted.isEmpty()) {
        return List.of();
      }
      Batch batch = batch(accepted);
      if (settle(batch)) {
        stands(batch, accepted);
        return List.of();
      }
      window.truncate(head.last());
      catchUp();
      return accepted;
    } catch (SQLException e) {
      window.truncate(head.last());
      return afterError(e, accepted.isEmpty() ? requests : accepted, aside);
    }
  }

  private List<AppendRequest> sift(List<AppendRequest> requests, List<AppendRequest> aside) {
    List<AppendRequest> accepted = new ArrayList<>(requests.size());
    for (AppendRequest request : requests) {
      if (!request.claim()) {
        continue;
      }
      if (request.conditional()) {
        long marker = request.marker();
        if (marker < window.floor()) {
          request.release();
          aside.add(request);
          continue;
        }
        if (marker > head.last()) {
          reject(request);
          continue;
        }
        if (request.criteria().stream().anyMatch(one -> window.mayConflict(one, marker))) {
          if (request.fromOrigin()) {
            request.release();
            aside.add(request);
          } else {
            reject(request);
          }
          continue;
        }
      }
      request
          .drafts()
          .forEach(draft -> window.add(draft.tagFingerprints(), draft.typeFingerprint()));
      accepted.add(request);
    }
    return accepted;
  }

  private Batch batch(List<AppendRequest> accepted) {
    long now = Math.max(head.recordedAt(), Micros.of(options.clock().instant()));
    List<Draft> drafts = accepted.stream().flatMap(one -> one.drafts().stream()).toList();
    return Batch.of(ledger, head, drafts, now);
  }

  /**
   * Appends the batch, and the same batch again for as long as its outcome is in doubt.
   *
   * @return whether it stands; if not, another stands in its place
   * @throws SQLException if it is known not to stand
   */
  private boolean settle(Batch batch) throws SQLException {
    boolean inDoubt = false;
    Duration pause = FIRST_PAUSE;
    while (true) {
      boolean sent = false;
      try {
        WriterSession open = session();
        sent = true;
        return open.append(batch);
      } catch (SQLException e) {
        Trouble trouble = Trouble.of(e);
        boolean known = !sent ? !inDoubt : trouble != Trouble.IN_DOUBT;
        if (known && !(inDoubt && trouble == Trouble.REFUSED)) {
          throw e;
        }
        inDoubt = true;
        dropSession();
        if (System.nanoTime() - giveUpAt >= 0) {
          throw new IllegalStateException("closed before the outcome of a batch was settled", e);
        }
      }
      LockSupport.parkNanos(pause.toNanos());
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
              ? pause.multipliedBy(2)
              : LONGEST_PAUSE;
    }
  }

  private void stands(Batch batch, List<AppendRequest> accepted) {
    head = batch.row();
    figures.batch(batch.events().size());
    reached.accept(head.last());
    long position = batch.behind().last();
    for (AppendRequest request : accepted) {
      position += request.drafts().size();
      request.appended(position);
    }
  }

  private List<AppendRequest> afterError(
      SQLException error, List<AppendRequest> requests, List<AppendRequest> aside) {
    switch (Trouble.of(error)) {
      case HEAD_GONE -> {
        return afresh(requests);
      }
      case EVENTS -> {
        if (requests.size() == 1) {
          fail(requests, new LedgerException.Unstorable("the events cannot be stored", error));
        } else {
          int half = requests.size() / 2;
          retry(requests.subList(0, half), aside);
          retry(requests.subList(half, requests.size()), aside);
        }
      }
      case REFUSED, IN_DOUBT -> {
        dropSession();
        fail(requests, new LedgerException.Unavailable("the database refuses to append", error));
      }
    }
    return List.of();
  }

  private void retry(List<AppendRequest> requests, List<AppendRequest> aside) {
    List<AppendRequest> left = requests;
    while (!left.isEmpty()) {
      left = attempt(left, aside);
    }
  }

  /** The database holds another history than was known here: believes it and forgets the own. */
  private List<AppendRequest> afresh(List<AppendRequest> requests) {
    try {
      head = EventTable.head(session().connection());
      window.reset(head.last());
      return requests;
    } catch (SQLException e) {
      dropSession();
      fail(requests, new LedgerException.Unavailable("the head cannot be read", e));
      return List.of();
    }
  }

  /** Reads what others appended behind the head known here. */
  private void catchUp() throws SQLException {
    Connection connection = session().connection();
    BatchRow newest = EventTable.head(connection);
    BatchRow mine = EventTable.batchHolding(connection, head.last());
    if (!mine.sameAs(head) || newest.last() - head.last() > options.windowEvents()) {
      window.reset(newest.last());
    } else {
      long position = head.last();
      while (position < newest.last()) {
        int most = (int) Math.min(PAGE, newest.last() - position);
        for (StoredEvent event : EventTable.after(connection, position, most)) {
          window.add(
              event.tags().stream().mapToLong(fingerprints::tag).distinct().toArray(),
              fingerprints.type(event.name()));
          position = event.position();
        }
      }
    }
    head = newest;
    reached.accept(newest.last());
  }

  private WriterSession session() throws SQLException {
    if (session == null) {
      session = WriterSession.open(source, options);
    }
    return session;
  }

  private void dropSession() {
    if (session != null) {
      session.abort();
      session = null;
    }
  }

  private void reject(AppendRequest request) {
    figures.conflict();
    request.rejected();
  }

  private static void fail(List<AppendRequest> requests, LedgerException reason) {
    requests.forEach(request -> request.failed(reason));
  }

  /** Accepts no more, waits for what waits, then ends the rest. */
  @Override
  public void close() {
    closing = true;
    giveUpAt = System.nanoTime() + options.closing().toNanos();
    try {
      writer.join(options.closing().plus(options.statement()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    writer.interrupt();
    deadlines.close();
  }
}
