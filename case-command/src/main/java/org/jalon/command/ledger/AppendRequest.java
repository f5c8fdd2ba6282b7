package org.jalon.command.ledger;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jalon.command.ledger.chain.Head;

/** Events of one caller that are appended together or not at all, and what becomes of them. */
final class AppendRequest {

  private enum Stage {
    WAITING,
    SENT,
    DONE
  }

  private final List<StagedEvent> staged;
  private final List<Criterion> criteria;
  private final long weight;
  private final long expiresAt;
  private final Executor executor;
  private final CompletableFuture<OptionalLong> outcome = new CompletableFuture<>();
  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
  private volatile long marker;
  private volatile List<Head> rests = List.of();

  /**
   * @param criteria an event after the marker that matches one of them is a conflict; empty: there
   *     is no condition
   * @param expiresAt as {@link System#nanoTime()} will tell
   * @param executor completes the outcome, so that no continuation runs on the writer's thread
   */
  AppendRequest(
      List<StagedEvent> staged,
      List<Criterion> criteria,
      long marker,
      long expiresAt,
      Executor executor) {
    this.staged = staged;
    this.criteria = criteria;
    this.marker = marker;
    this.expiresAt = expiresAt;
    this.executor = executor;
    weight = staged.stream().mapToLong(StagedEvent::weight).sum();
  }

  /** The position of its last event, empty when its condition failed. */
  CompletableFuture<OptionalLong> outcome() {
    return outcome;
  }

  List<StagedEvent> staged() {
    return staged;
  }

  List<Criterion> criteria() {
    return criteria;
  }

  boolean conditional() {
    return !criteria.isEmpty();
  }

  long weight() {
    return weight;
  }

  long marker() {
    return marker;
  }

  /** The heads up to which its caller has read; without them its condition means nothing. */
  List<Head> rests() {
    return rests;
  }

  AppendRequest restingOn(List<Head> heads) {
    rests = heads;
    return this;
  }

  /** Whether its caller never read anything, so that a false alarm would be repeated for ever. */
  boolean fromOrigin() {
    return marker <= 0;
  }

  /** No conflict stands up to this head. */
  void advance(Head to) {
    marker = to.position();
    rests = List.of(to);
  }

  /** Takes it into a batch; false when it is over. */
  boolean claim() {
    return stage.compareAndSet(Stage.WAITING, Stage.SENT);
  }

  /** Puts it back, known not to be appended. */
  void release() {
    stage.compareAndSet(Stage.SENT, Stage.WAITING);
  }

  /**
   * It stands.
   *
   * @param teller tells its caller, off the writer's thread
   */
  void appended(long lastPosition, Executor teller) {
    if (finish()) {
      teller.execute(() -> outcome.complete(OptionalLong.of(lastPosition)));
    }
  }

  /**
   * Its condition does not hold.
   *
   * @param teller tells its caller, off the writer's thread
   */
  void rejected(Executor teller) {
    if (finish()) {
      teller.execute(() -> outcome.complete(OptionalLong.empty()));
    }
  }

  void failed(RuntimeException reason) {
    if (finish()) {
      executor.execute(() -> outcome.completeExceptionally(reason));
    }
  }

  boolean isDone() {
    return stage.get() == Stage.DONE;
  }

  boolean expired(long now) {
    return now - expiresAt >= 0;
  }

  /** Ends it at its deadline with what is known. */
  void expire() {
    if (stage.compareAndSet(Stage.WAITING, Stage.DONE)) {
      complete(
          new LedgerException.Busy("the append waited until its deadline; nothing was appended"));
    } else if (stage.compareAndSet(Stage.SENT, Stage.DONE)) {
      complete(
          new LedgerException.OutcomeUnknown(
              "the deadline passed while the append was under way; it may or may not stand", null));
    }
  }

  /** Ends it early with what is known, because nobody will append it. */
  void abandon(String why) {
    if (stage.compareAndSet(Stage.WAITING, Stage.DONE)) {
      complete(new LedgerException.Unavailable(why + "; nothing was appended", null));
    } else if (stage.compareAndSet(Stage.SENT, Stage.DONE)) {
      complete(new LedgerException.OutcomeUnknown(why + "; the append may or may not stand", null));
    }
  }

  private void complete(RuntimeException reason) {
    executor.execute(() -> outcome.completeExceptionally(reason));
  }

  private boolean finish() {
    return stage.getAndSet(Stage.DONE) != Stage.DONE;
  }
}
