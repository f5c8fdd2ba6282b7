package org.jalon.command.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/**
 * The one thread of a ledger in this process that writes: it takes what waits, sorts out what
 * conflicts, and swaps the rest in as one batch.
 */
final class GroupCommit implements AutoCloseable {

  private static final Duration IDLE = Duration.ofMillis(100);

  private final String ledger;
  private final DataSource source;
  private final LedgerOptions options;
  private final Executor executor;
  private final LongConsumer reached;
  private final Figures figures;
  private final AppendQueue queue;
  private final Deadlines deadlines = new Deadlines();
  private final Known known;
  private final Settling settling;
  private final Thread writer;
  private volatile boolean closing;
  private volatile long giveUpAt;

  /**
   * @param reached told of every position that has become the head
   */
  GroupCommit(
      String ledger,
      Known known,
      DataSource source,
      LedgerOptions options,
      Executor executor,
      LongConsumer reached,
      Figures figures) {
    this.ledger = ledger;
    this.known = known;
    this.source = source;
    this.options = options;
    this.executor = executor;
    this.reached = reached;
    this.figures = figures;
    queue = new AppendQueue(options);
    settling = new Settling(source, options, () -> closing && System.nanoTime() - giveUpAt >= 0);
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
    if (request.conditional() && request.marker() < known.floor()) {
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
    long upTo = known.head().last();
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
        write(queue.take(IDLE));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      settling.close();
    }
  }

  private void write(List<AppendRequest> requests) {
    List<AppendRequest> aside = new ArrayList<>();
    try {
      writeAll(requests, aside);
    } catch (RuntimeException e) {
      settling.drop();
      known.forget();
      fail(requests, new LedgerException.OutcomeUnknown("the writer failed", e));
    }
    aside.forEach(request -> executor.execute(() -> advance(request)));
  }

  private void writeAll(List<AppendRequest> requests, List<AppendRequest> aside) {
    List<AppendRequest> left = requests;
    while (!left.isEmpty()) {
      left = attempt(left, aside);
    }
  }

  /** Tries one batch; returns what must be tried again. */
  private List<AppendRequest> attempt(List<AppendRequest> requests, List<AppendRequest> aside) {
    List<AppendRequest> accepted = List.of();
    try {
      if (requests.stream().anyMatch(this::knowsMore)) {
        catchUp();
      }
      accepted = sift(requests, aside);
      if (accepted.isEmpty()) {
        return List.of();
      }
      Batch batch = batch(accepted);
      if (settling.settle(batch)) {
        stands(batch, accepted);
        return List.of();
      }
      known.takeBack();
      accepted.forEach(AppendRequest::release);
      catchUp();
      return accepted;
    } catch (SQLException e) {
      known.takeBack();
      return afterError(e, accepted.isEmpty() ? requests : accepted, aside);
    }
  }

  private List<AppendRequest> sift(List<AppendRequest> requests, List<AppendRequest> aside) {
    List<AppendRequest> accepted = new ArrayList<>(requests.size());
    for (AppendRequest request : requests) {
      if (!request.claim()) {
        continue;
      }
      switch (judge(request)) {
        case ACCEPT -> {
          known.assume(request);
          accepted.add(request);
        }
        case REJECT -> reject(request);
        case ASK -> {
          request.release();
          aside.add(request);
        }
      }
    }
    return accepted;
  }

  private enum Judgement {
    ACCEPT,
    REJECT,
    /** Only the database can tell, once what was accepted before it stands. */
    ASK
  }

  private Judgement judge(AppendRequest request) {
    if (!request.conditional()) {
      return Judgement.ACCEPT;
    }
    if (request.marker() < known.floor()) {
      return Judgement.ASK;
    }
    if (knowsMore(request)) {
      return Judgement.REJECT;
    }
    if (known.mayConflict(request)) {
      return request.fromOrigin() ? Judgement.ASK : Judgement.REJECT;
    }
    return Judgement.ACCEPT;
  }

  /** Its caller has read beyond the head known here: of another node, or a history that is gone. */
  private boolean knowsMore(AppendRequest request) {
    return request.conditional() && request.marker() > known.head().last();
  }

  private Batch batch(List<AppendRequest> accepted) {
    BatchRow head = known.head();
    long now = Math.max(head.recordedAt(), Micros.of(options.clock().instant()));
    List<Draft> drafts = accepted.stream().flatMap(one -> one.drafts().stream()).toList();
    return Batch.of(ledger, head, drafts, now);
  }

  private void stands(Batch batch, List<AppendRequest> accepted) {
    known.confirm(batch.row());
    figures.batch(batch.events().size());
    reached.accept(batch.row().last());
    long position = batch.behind().last();
    for (AppendRequest request : accepted) {
      position += request.drafts().size();
      request.appended(position);
    }
  }

  private List<AppendRequest> afterError(
      SQLException error, List<AppendRequest> requests, List<AppendRequest> aside) {
    requests.forEach(AppendRequest::release);
    return switch (Trouble.of(error)) {
      case HEAD_GONE -> afresh(requests);
      case EVENTS -> bisect(error, requests, aside);
      case SLOW -> {
        if (requests.size() > 1) {
          yield bisect(error, requests, aside);
        }
        settling.morePatience();
        yield requests;
      }
      case LATER -> requests;
      case REFUSED, IN_DOUBT -> {
        settling.drop();
        reached.accept(known.head().last());
        fail(requests, new LedgerException.Unavailable("the database refuses to append", error));
        yield List.of();
      }
    };
  }

  /** Finds the request that cannot be appended, and appends the others. */
  private List<AppendRequest> bisect(
      SQLException error, List<AppendRequest> requests, List<AppendRequest> aside) {
    int half = requests.size() / 2;
    if (half == 0) {
      fail(requests, new LedgerException.Unstorable("the events cannot be stored", error));
    } else {
      writeAll(requests.subList(0, half), aside);
      writeAll(requests.subList(half, requests.size()), aside);
    }
    return List.of();
  }

  private List<AppendRequest> afresh(List<AppendRequest> requests) {
    try {
      known.startAfresh(settling.connection());
      return requests;
    } catch (SQLException e) {
      settling.drop();
      fail(requests, new LedgerException.Unavailable("the head cannot be read", e));
      return List.of();
    }
  }

  private void catchUp() throws SQLException {
    known.catchUp(settling.connection());
    reached.accept(known.head().last());
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
    giveUpAt = System.nanoTime() + options.closing().toNanos();
    closing = true;
    try {
      writer.join(options.closing().plus(options.statement()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    writer.interrupt();
    deadlines.close();
  }
}
