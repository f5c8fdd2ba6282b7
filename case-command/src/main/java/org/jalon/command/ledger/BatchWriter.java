package org.jalon.command.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jalon.command.ledger.Flights.Landed;
import org.jalon.command.ledger.Settling.Verdict;
import org.jalon.command.ledger.chain.BatchRow;
import org.jalon.command.ledger.chain.Micros;
import org.jspecify.annotations.Nullable;

/** Swaps requests that do not conflict in as one batch, and again when it did not stand. */
final class BatchWriter {

  /** Fewer requests than this are written one batch after the other: there is nothing to gain. */
  private static final int BUSY = 16;

  /** With fewer requests than this no batch is sent right behind another. */
  private static final int WORTH_IT = 4;

  private final String ledger;
  private final Known known;
  private final LedgerOptions options;
  private final Reach reached;
  private final Figures figures;
  private final Settling settling;
  private final Sifting sifting;
  private final AppendQueue queue;
  private final Flights flights;
  private final Consumer<List<Runnable>> tellers;
  private Consumer<List<Runnable>> teller;
  private @Nullable Sent doubtful;
  private final List<Sent> underWay = new ArrayList<>();

  /**
   * @param queue where what comes meanwhile is taken from
   * @param reached told of every position that has become the head
   * @param tellers runs what tells callers their outcomes, off the writer's thread
   * @param givingUp whether a doubt may be left open, because the ledger closes
   */
  BatchWriter(
      String ledger,
      Known known,
      AppendQueue queue,
      DataSource source,
      LedgerOptions options,
      Reach reached,
      Consumer<List<Runnable>> tellers,
      Figures figures,
      BooleanSupplier givingUp) {
    this.ledger = ledger;
    this.known = known;
    this.queue = queue;
    this.options = options;
    this.reached = reached;
    this.tellers = tellers;
    teller = tellers;
    this.figures = figures;
    sifting = new Sifting(known, figures);
    settling = new Settling(source, options, givingUp);
    flights = new Flights(ledger, settling);
  }

  /** Whether a batch can be sent at once: nothing is in doubt and nothing to be waited for. */
  boolean ready() {
    return doubtful == null && settling.ready();
  }

  /**
   * Appends, rejects or fails the requests.
   *
   * @return those whose condition only the database can check
   */
  List<AppendRequest> write(List<AppendRequest> requests) {
    List<AppendRequest> aside = new ArrayList<>();
    guarded(
        requests,
        () -> {
          writeAll(List.of(), aside);
          writeAll(requests, aside);
          return List.of();
        });
    return aside;
  }

  /**
   * Settles what was left in doubt, when there is nothing else to do.
   *
   * @return those whose condition only the database can check
   */
  List<AppendRequest> rest() {
    List<AppendRequest> aside = doubtful == null ? List.of() : write(List.of());
    if (known.outdated()) {
      guarded(List.of(), this::refreshed);
    }
    settling.rest();
    return aside;
  }

  /**
   * Tries the requests as one batch, once; a doubt that remains is settled by the next write.
   *
   * @param aside is given those whose condition only the database can check
   * @param told is given what tells the callers their outcomes
   * @return what must be tried again
   */
  List<AppendRequest> writeOnce(
      List<AppendRequest> requests, List<AppendRequest> aside, List<Runnable> told) {
    teller = told::addAll;
    try {
      return guarded(requests, () -> attempt(requests, aside));
    } finally {
      teller = tellers;
    }
  }

  private List<AppendRequest> guarded(
      List<AppendRequest> requests, Supplier<List<AppendRequest>> work) {
    boolean done = false;
    try {
      List<AppendRequest> left = work.get();
      done = true;
      return left;
    } catch (RuntimeException e) {
      LedgerException unknown = new LedgerException.OutcomeUnknown("the writer failed", e);
      fail(requests, unknown);
      underWay.forEach(sent -> fail(sent.requests(), unknown));
      LedgerException never =
          new LedgerException.Unavailable("the writer failed; nothing was appended", e);
      underWay.forEach(sent -> fail(sent.later(), never));
      if (doubtful != null) {
        fail(doubtful.requests(), unknown);
      }
      return List.of();
    } finally {
      if (!done) {
        settling.drop();
        known.forget();
        doubtful = null;
      }
      underWay.clear();
    }
  }

  private void writeAll(List<AppendRequest> requests, List<AppendRequest> aside) {
    List<AppendRequest> left = requests;
    while (doubtful != null || !left.isEmpty()) {
      left = doubtful == null ? attempt(left, aside) : settle(doubtful, aside);
    }
  }

  /** Tries one batch; returns what must be tried again. */
  private List<AppendRequest> attempt(List<AppendRequest> requests, List<AppendRequest> aside) {
    List<AppendRequest> accepted = List.of();
    try {
      boolean turned = settling.turn();
      if (turned || known.outdated() || requests.stream().anyMatch(sifting::needsNews)) {
        catchUp();
      }
      List<Runnable> told = new ArrayList<>();
      accepted = sifting.sift(requests, aside, told::add);
      teller.accept(told);
      if (accepted.isEmpty()) {
        return List.of();
      }
      Sent sent = new Sent(batch(accepted), accepted);
      return accepted.size() < BUSY
          ? told(sent, settling.send(sent.batch(), false))
          : inARow(sent, aside);
    } catch (SQLException e) {
      known.takeBack();
      return afterError(e, accepted.isEmpty() ? requests : accepted, aside);
    }
  }

  /**
   * Writes the batch, and behind it what comes meanwhile, batch after batch as long as each stands.
   *
   * @return what must be tried again
   */
  private List<AppendRequest> inARow(Sent first, List<AppendRequest> aside) {
    var ahead = new Ahead(first.batch().row(), this::making, queue, sifting);
    underWay.add(first);
    flights.begin(first, () -> ahead.cut(WORTH_IT));
    try {
      Landed one = flights.next(ahead::fill);
      while (one.next() != null) {
        underWay.add(one.next());
        goesOn(one.sent(), ahead, aside);
        underWay.remove(one.sent());
        one = flights.next(ahead::fill);
      }
      known.takeBack(one.sent().batch().row().last());
      ahead.giveUp();
      queue.putBack(one.sent().later());
      return last(one, aside);
    } finally {
      underWay.addAll(flights.end());
      ahead.giveUp();
    }
  }

  private void goesOn(Sent sent, Ahead ahead, List<AppendRequest> aside) {
    stands(sent);
    List<Runnable> told = new ArrayList<>();
    boolean judged = ahead.judge(sent.later(), aside, told::add);
    teller.accept(told);
    if (!judged || !aside.isEmpty() || known.outdated()) {
      flights.halt();
    }
  }

  private List<AppendRequest> last(Landed one, List<AppendRequest> aside) {
    try {
      return told(one.sent(), one.verdict());
    } catch (SQLException e) {
      known.takeBack();
      return afterError(e, one.sent().requests(), aside);
    }
  }

  private List<AppendRequest> settle(Sent sent, List<AppendRequest> aside) {
    try {
      Verdict verdict = settling.settle(sent.batch());
      doubtful = null;
      return told(sent, verdict);
    } catch (SQLException e) {
      doubtful = null;
      known.takeBack();
      return afterError(e, sent.requests(), aside);
    }
  }

  private List<AppendRequest> told(Sent sent, Verdict verdict) throws SQLException {
    return switch (verdict) {
      case STANDS -> {
        stands(sent);
        yield List.of();
      }
      case LOST -> {
        figures.lostSwap();
        settling.met();
        known.takeBack();
        sent.requests().forEach(AppendRequest::release);
        catchUp();
        yield sent.requests();
      }
      case IN_DOUBT -> {
        doubtful = sent;
        yield List.of();
      }
    };
  }

  private Batch batch(List<AppendRequest> accepted) {
    BatchMaking making = making(known.head());
    accepted.forEach(request -> request.staged().forEach(making::add));
    return making.made();
  }

  private BatchMaking making(BatchRow behind) {
    long now = Micros.of(options.clock().instant());
    return new BatchMaking(ledger, behind, Math.max(behind.recordedAt(), now));
  }

  private void stands(Sent sent) {
    Batch batch = sent.batch();
    known.confirm(batch.row());
    figures.batch(batch.events().size());
    reached.accept(batch.row().last());
    long position = batch.behind().last();
    List<Runnable> told = new ArrayList<>(sent.requests().size());
    for (AppendRequest request : sent.requests()) {
      position += request.staged().size();
      request.appended(position, told::add);
    }
    teller.accept(told);
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
      case NO_ROOM, REFUSED, IN_DOUBT -> {
        if (Trouble.of(error) == Trouble.NO_ROOM) {
          reached.noRoom();
        }
        settling.drop();
        reached.accept(known.head().last());
        fail(requests, refused(error));
        yield List.of();
      }
    };
  }

  private static LedgerException refused(SQLException error) {
    return new LedgerException.Unavailable(
        "the database refuses to append: nothing was appended; mend what it says and send it again",
        error);
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

  private List<AppendRequest> refreshed() {
    try {
      catchUp();
    } catch (SQLException _) {
      settling.drop();
    }
    return List.of();
  }

  /** Reads what others wrote; over another connection when the one there was is lost. */
  private void catchUp() throws SQLException {
    try {
      known.catchUp(settling.connection());
    } catch (SQLException e) {
      if (Trouble.of(e) != Trouble.IN_DOUBT) {
        throw e;
      }
      known.takeBack();
      settling.drop();
      known.catchUp(settling.connection());
    }
    reached.accept(known.head().last());
  }

  private static void fail(List<AppendRequest> requests, LedgerException reason) {
    requests.forEach(request -> request.failed(reason));
  }

  /** Gives the connection back. */
  void close() {
    flights.close();
    settling.close();
  }

  /** Throws the connection away. */
  void abort() {
    flights.close();
    settling.drop();
  }
}
