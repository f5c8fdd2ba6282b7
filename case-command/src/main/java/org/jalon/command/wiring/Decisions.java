package org.jalon.command.wiring;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.core.MessageType;
import org.jalon.command.ledger.Ledger;
import org.jalon.command.ledger.LedgerException;
import org.jalon.kernel.command.RedactEntry;
import org.jalon.kernel.wire.KeyUnavailable;

/** The front door of the write side: every command is decided here, and again after a lost race. */
public final class Decisions {

  private static final Duration DEADLINE = Duration.ofSeconds(20);
  private static final Duration RACING = Duration.ofSeconds(12);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);

  private final CommandBus bus;
  private final Ledger ledger;
  private final Redactions redactions;

  Decisions(CommandBus bus, Ledger ledger, Redactions redactions) {
    this.bus = bus;
    this.ledger = ledger;
    this.redactions = redactions;
  }

  /**
   * Ends what redactions were begun by somebody who is gone; to be called at every start. What
   * cannot be ended now is logged and left for the next.
   *
   * @throws KeyUnavailable if the key store does not answer
   */
  public void endRedactions() {
    redactions.endAll();
  }

  /**
   * How many times, since this process started, recorded facts were found to be gone from the
   * ledger; see {@link Ledger#fork()}.
   *
   * @throws LedgerException.Unavailable if the database cannot be asked
   */
  public int forks() {
    return ledger.forks();
  }

  /**
   * Decides a command and records its facts. A race that was lost is run again, for up to 12 s; all
   * attempts together are waited for no longer than 20 s.
   *
   * @throws LostRace if it was lost to the end; nothing was recorded
   * @throws LedgerException if the ledger does not answer; only {@code OutcomeUnknown} leaves open
   *     whether anything was recorded, and the same command id then tells
   */
  public Outcome decide(Request<?> request) throws InterruptedException {
    long begun = System.nanoTime();
    long giveUp = begun + RACING.toNanos();
    long deadline = begun + DEADLINE.toNanos();
    for (int attempt = 1; ; attempt++) {
      try {
        return ended(request, once(request, deadline));
      } catch (AppendEventsTransactionRejectedException e) {
        if (System.nanoTime() - giveUp > 0) {
          throw new LostRace(attempt, e);
        }
        pause(attempt);
      }
    }
  }

  /** A redaction is done when the old key is gone, also one that is asked for again. */
  private Outcome ended(Request<?> request, Outcome outcome) {
    if (request.intent().command() instanceof RedactEntry redact
        && outcome instanceof Outcome.Accepted) {
      try {
        redactions.endOf(redact.position().value());
      } catch (KeyUnavailable | LedgerException e) {
        throw new LedgerException.OutcomeUnknown(
            "recorded, but the old key could not be destroyed yet; repeat the same command id", e);
      }
    }
    return outcome;
  }

  private Outcome once(Request<?> request, long deadline) throws InterruptedException {
    var message = new GenericCommandMessage(new MessageType(request.kind().name()), request);
    try {
      var dispatched = bus.dispatch(message, null);
      CommandResultMessage answer =
          dispatched.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (answer.payload() instanceof DecidingHandler.Pending pending) {
        return settled(pending);
      }
      throw new IllegalStateException("the command bus answered " + answer);
    } catch (ExecutionException e) {
      throw unwrapped(e);
    } catch (TimeoutException e) {
      throw new LedgerException.OutcomeUnknown(
          "no answer within %s; repeat the same command id".formatted(DEADLINE), e);
    }
  }

  /** The facts stand; only when they were recorded is still asked for. */
  private Outcome settled(DecidingHandler.Pending pending) {
    try {
      return pending.settle(this::recordedAt);
    } catch (LedgerException e) {
      throw new LedgerException.OutcomeUnknown(
          "recorded, but the ledger does not say when; repeat the same command id", e);
    }
  }

  private Instant recordedAt(long position) {
    return ledger
        .batchHolding(position)
        .orElseThrow(() -> new IllegalStateException("no batch holds position " + position))
        .recordedAt();
  }

  private static RuntimeException unwrapped(Throwable thrown) {
    Throwable cause = thrown;
    while ((cause instanceof ExecutionException || cause instanceof CompletionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof RuntimeException known
        ? known
        : new IllegalStateException("a decision failed", cause);
  }

  private static void pause(int attempt) throws InterruptedException {
    long most = Math.min(LONGEST_PAUSE.toMillis(), 2L * attempt);
    Thread.sleep(ThreadLocalRandom.current().nextLong(most + 1));
  }
}
