package org.jalon.command.ledger;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.jalon.command.ledger.chain.Head;
import org.jspecify.annotations.Nullable;

/** Events staged by one unit of work; they reach the writer when it commits. */
final class LedgerAppend implements AppendTransaction<ConsistencyMarker> {

  private final Ledger ledger;
  private final AppendCondition condition;
  private final AxonTranslation translation;
  private final List<StagedEvent> staged;
  private final List<Head> rests;
  private final AtomicBoolean finished = new AtomicBoolean();

  LedgerAppend(
      Ledger ledger,
      AppendCondition condition,
      AxonTranslation translation,
      List<StagedEvent> staged,
      List<Head> rests) {
    this.ledger = ledger;
    this.condition = condition;
    this.translation = translation;
    this.staged = staged;
    this.rests = rests;
  }

  @Override
  public CompletableFuture<ConsistencyMarker> commit(@Nullable ProcessingContext context) {
    if (finished.getAndSet(true)) {
      return CompletableFuture.failedFuture(
          new IllegalStateException("this append was committed or rolled back already"));
    }
    if (staged.isEmpty()) {
      return CompletableFuture.completedFuture(ConsistencyMarker.ORIGIN);
    }
    ConsistencyMarker marker = condition.consistencyMarker();
    boolean conditional = marker != ConsistencyMarker.INFINITY;
    return ledger
        .append(
            staged,
            conditional ? translation.criteria(condition.criteria()) : List.of(),
            conditional ? Math.max(0, GlobalIndexConsistencyMarker.position(marker)) : 0,
            rests)
        .thenApply(
            last -> {
              if (last.isEmpty()) {
                throw AppendEventsTransactionRejectedException.conflictingEventsDetected(marker);
              }
              return new GlobalIndexConsistencyMarker(last.getAsLong());
            });
  }

  @Override
  public CompletableFuture<ConsistencyMarker> afterCommit(
      ConsistencyMarker marker, @Nullable ProcessingContext context) {
    return CompletableFuture.completedFuture(marker);
  }

  @Override
  public void rollback(@Nullable ProcessingContext context) {
    finished.set(true);
  }
}
