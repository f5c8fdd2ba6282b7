package org.jalon.command.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jalon.command.ledger.chain.Head;
import org.jspecify.annotations.Nullable;

/**
 * Everything of a ledger in this process that is written, by one thread at a time, which holds the
 * baton: the writer takes what is there and has it written as one batch; a caller that finds nobody
 * writing or waiting writes its own.
 */
final class GroupCommit implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(GroupCommit.class.getName());
  private static final Duration IDLE = Duration.ofMillis(100);

  private final String ledger;
  private final Questions questions;
  private final LedgerOptions options;
  private final Executor executor;
  private final Figures figures;
  private final AppendQueue queue;
  private final Deadlines deadlines;
  private final Known known;
  private final BatchWriter batches;
  private final ReentrantLock baton = new ReentrantLock();
  private final Thread writer;
  private volatile boolean writing;
  private volatile boolean closing;
  private volatile long giveUpAt;
  private volatile @Nullable Throwable failure;

  /**
   * @param reached told of every position that has become the head
   */
  GroupCommit(
      String ledger,
      Known known,
      DataSource source,
      Questions questions,
      LedgerOptions options,
      Executor executor,
      Reach reached,
      Figures figures) {
    this.ledger = ledger;
    this.known = known;
    this.questions = questions;
    this.options = options;
    this.executor = executor;
    this.figures = figures;
    queue = new AppendQueue(options, this::entered);
    deadlines = new Deadlines(queue::drop, queue::refuseLate);
    batches =
        new BatchWriter(
            ledger, known, queue, source, options, reached, this::tell, figures, this::mayGiveUp);
    writer =
        Thread.ofPlatform()
            .daemon()
            .name("ledger-writer-" + ledger)
            .uncaughtExceptionHandler((_, e) -> died(e))
            .unstarted(this::run);
  }

  void start() {
    deadlines.start();
    writer.start();
  }

  /**
   * Queues the request, or writes it; what becomes of it is told by its outcome, at the latest at
   * its deadline. A virtual thread may be kept for as long as the database may take for a batch,
   * any other goes on at once.
   */
  void submit(AppendRequest request) {
    if (closing || failure != null || !deadlines.watch(request)) {
      request.failed(new LedgerException.Unavailable(refusal(), failure));
    } else if (queue.enter(request) && (older(request) || !straight(request))) {
      entered(request);
    }
  }

  int waiting() {
    return queue.size();
  }

  /** What ended the writer, after which nothing is appended any more. */
  Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  private void entered(AppendRequest request) {
    if (older(request)) {
      executor.execute(() -> advance(request));
    } else {
      queue.add(request);
    }
  }

  private boolean older(AppendRequest request) {
    return request.conditional() && request.marker() < known.floor();
  }

  /** Has those checked whose conditions the writer cannot judge. */
  private void ask(List<AppendRequest> aside) {
    for (AppendRequest request : aside) {
      queue.enterAgain(request);
      executor.execute(() -> advance(request));
    }
  }

  /**
   * Checks the condition in the database up to the head known here, and queues the request. If that
   * head is gone, the writer learns of it and has the request checked again.
   */
  private void advance(AppendRequest request) {
    boolean stands = false;
    try {
      stands = !request.isDone() && !conflicts(request);
    } catch (RuntimeException e) {
      request.failed(new LedgerException.Unavailable("the condition cannot be checked", e));
    } finally {
      if (stands) {
        queue.add(request);
      } else {
        queue.leave(request);
      }
    }
  }

  private boolean conflicts(AppendRequest request) {
    return questions.answer(connection -> conflicts(connection, request));
  }

  private boolean conflicts(Connection connection, AppendRequest request) throws SQLException {
    Head head = known.head().head();
    List<Head> rests = Stream.concat(request.rests().stream(), Stream.of(head)).toList();
    if (!BatchTable.stand(connection, rests)) {
      known.history().compare(connection);
      return !BatchTable.stand(connection, request.rests()) && rejected(request);
    }
    if (EventTable.anyMatch(connection, request.criteria(), request.marker(), head.position())) {
      return rejected(request);
    }
    request.advance(head);
    return false;
  }

  private boolean rejected(AppendRequest request) {
    figures.conflict();
    request.rejected(executor);
    return true;
  }

  /** Writes the request on its caller's thread, if that may be kept and nobody else is at it. */
  private boolean straight(AppendRequest request) {
    if (!Thread.currentThread().isVirtual() || writing || !queue.isEmpty() || !baton.tryLock()) {
      return false;
    }
    List<Runnable> told = new ArrayList<>();
    try {
      return queue.isEmpty() && batches.ready() && writeOnce(request, told);
    } finally {
      baton.unlock();
      told.forEach(Runnable::run);
    }
  }

  private boolean writeOnce(AppendRequest request, List<Runnable> told) {
    queue.leave(request);
    List<AppendRequest> aside = new ArrayList<>();
    queue.putBack(batches.writeOnce(List.of(request), aside, told));
    ask(aside);
    return true;
  }

  /** Each on a thread of its own; starting so many is not for the writer to do. */
  private void tell(List<Runnable> told) {
    if (!told.isEmpty()) {
      executor.execute(() -> told.forEach(executor::execute));
    }
  }

  private void run() {
    try {
      while (!closing || queue.size() > 0) {
        AppendRequest first = queue.next(IDLE);
        writing = first != null;
        withBaton(() -> ask(first == null ? batches.rest() : batches.write(queue.batch(first))));
        writing = false;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    withBaton(
        () -> {
          ask(batches.rest());
          batches.close();
        });
  }

  private void withBaton(Runnable work) {
    baton.lock();
    try {
      work.run();
    } finally {
      baton.unlock();
    }
  }

  private void died(Throwable cause) {
    failure = cause;
    deadlines.close(refusal());
    LOG.log(System.Logger.Level.ERROR, refusal(), cause);
    withBaton(batches::abort);
  }

  private String refusal() {
    return failure == null
        ? "ledger %s is closed".formatted(ledger)
        : "the writer of ledger %s has died, nothing can be appended; restart this process"
            .formatted(ledger);
  }

  private boolean mayGiveUp() {
    return closing && System.nanoTime() - giveUpAt >= 0;
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
    deadlines.close(refusal());
  }
}
