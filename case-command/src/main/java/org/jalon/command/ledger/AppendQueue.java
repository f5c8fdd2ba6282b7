package org.jalon.command.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Appends on their way to the writer, bounded by number and bytes: each enters, at once or after a
 * while, is perhaps checked, and added.
 */
final class AppendQueue {

  private final LedgerOptions options;
  private final Consumer<AppendRequest> entered;
  private final Room room;
  private final BlockingDeque<AppendRequest> waiting = new LinkedBlockingDeque<>();

  /**
   * @param entered told, on any thread, of those that had to wait for room and have entered
   */
  AppendQueue(LedgerOptions options, Consumer<AppendRequest> entered) {
    this.options = options;
    this.entered = entered;
    room = new Room(options);
  }

  /**
   * Counts the request in, if there is room; if not, it enters later, or fails as busy.
   *
   * @return whether it has entered
   */
  boolean enter(AppendRequest request) {
    return switch (room.enter(request)) {
      case IN -> true;
      case IN_LINE -> false;
      case REFUSED -> {
        request.failed(room.full());
        yield false;
      }
    };
  }

  /** Counts a request in again that the writer took and cannot decide. */
  void enterAgain(AppendRequest request) {
    room.enterAgain(List.of(request));
  }

  /** Lets the writer have the request, which has entered. */
  void add(AppendRequest request) {
    waiting.add(request);
  }

  /** Gives back what was taken, to be taken first. */
  void putBack(List<AppendRequest> requests) {
    room.enterAgain(requests);
    requests.reversed().forEach(waiting::addFirst);
  }

  /** Counts out a request that has entered and is not to be added. */
  void leave(AppendRequest request) {
    leave(List.of(request));
  }

  /** Takes out a request that is over, if it is still there. */
  void drop(AppendRequest request) {
    if (waiting.remove(request)) {
      leave(request);
    } else {
      room.leaveLine(request);
    }
  }

  /** Ends those that have waited for room long enough. */
  void refuseLate() {
    room.leaveLate(System.nanoTime()).forEach(request -> request.failed(room.full()));
  }

  /** The next one, waited for at most so long; it still counts until its batch is taken. */
  @Nullable AppendRequest next(Duration atMost) throws InterruptedException {
    return waiting.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The request and what follows it, up to a batch. */
  List<AppendRequest> batch(AppendRequest first) {
    List<AppendRequest> batch = new ArrayList<>();
    batch.add(first);
    fill(batch, first.staged().size(), first.weight());
    leave(batch);
    return batch;
  }

  /** What is there and fits into a batch that holds so many events and so much already. */
  List<AppendRequest> more(long events, long weight) {
    List<AppendRequest> more = new ArrayList<>();
    fill(more, events, weight);
    leave(more);
    return more;
  }

  private void fill(List<AppendRequest> batch, long eventsBefore, long weightBefore) {
    long events = eventsBefore;
    long weight = weightBefore;
    for (var next = waiting.peek(); next != null; next = waiting.peek()) {
      events += next.staged().size();
      weight += next.weight();
      if (events > options.batchEvents() || weight > options.batchBytes()) {
        return;
      }
      var taken = waiting.poll();
      if (taken != null) {
        batch.add(taken);
      }
    }
  }

  /** How many have entered and are not yet taken. */
  int size() {
    return room.requests();
  }

  /** Whether none is there to be taken. */
  boolean isEmpty() {
    return waiting.isEmpty();
  }

  private void leave(List<AppendRequest> requests) {
    room.leave(requests).forEach(entered);
  }
}
