package org.jalon.command.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jalon.command.ledger.chain.BatchRow;
import org.jalon.command.ledger.chain.Micros;

/** Swaps requests that do not conflict in as one batch, and again when it did not stand. */
final class BatchWriter {

  private final String ledger;
  private final Known known;
  private final LedgerOptions options;
  private final LongConsumer reached;
  private final Figures figures;
  private final Settling settling;
  private final Sifting sifting;

  /**
   * @param reached told of every position that has become the head
   * @param givingUp whether a doubt may be left open, because the ledger closes
   */
  BatchWriter(
      String ledger,
      Known known,
      DataSource source,
      LedgerOptions options,
      LongConsumer reached,
      Figures figures,
      BooleanSupplier givingUp) {
    this.ledger = ledger;
    this.known = known;
    this.options = options;
    this.reached = reached;
    this.figures = figures;
    sifting = new Sifting(known, figures);
    settling = new Settling(source, options, givingUp);
  }

  /**
   * Appends, rejects or fails the requests.
   *
   * @return those whose condition only the database can check
   */
  List<AppendRequest> write(List<AppendRequest> requests) {
    List<AppendRequest> aside = new ArrayList<>();
    try {
      if (requests.isEmpty() && known.outdated()) {
        refresh();
      }
      writeAll(requests, aside);
    } catch (RuntimeException e) {
      settling.drop();
      known.forget();
      fail(requests, new LedgerException.OutcomeUnknown("the writer failed", e));
    }
    return aside;
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
      if (known.outdated() || requests.stream().anyMatch(sifting::knowsMore)) {
        catchUp();
      }
      accepted = sifting.sift(requests, aside);
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

  private Batch batch(List<AppendRequest> accepted) {
    BatchRow head = known.head();
    long now = Math.max(head.recordedAt(), Micros.of(options.clock().instant()));
    List<StagedEvent> staged = accepted.stream().flatMap(one -> one.staged().stream()).toList();
    return Batch.of(ledger, head, staged, now);
  }

  private void stands(Batch batch, List<AppendRequest> accepted) {
    known.confirm(batch.row());
    figures.batch(batch.events().size());
    reached.accept(batch.row().last());
    long position = batch.behind().last();
    for (AppendRequest request : accepted) {
      position += request.staged().size();
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

  private void refresh() {
    try {
      catchUp();
    } catch (SQLException _) {
      settling.drop();
    }
  }

  private void catchUp() throws SQLException {
    known.catchUp(settling.connection());
    reached.accept(known.head().last());
  }

  private static void fail(List<AppendRequest> requests, LedgerException reason) {
    requests.forEach(request -> request.failed(reason));
  }

  /** Gives the connection back. */
  void close() {
    settling.close();
  }

  /** Throws the connection away. */
  void abort() {
    settling.drop();
  }
}
