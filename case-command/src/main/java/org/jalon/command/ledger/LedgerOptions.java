package org.jalon.command.ledger;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How much a ledger holds and how long it waits.
 *
 * @param queuedRequests most appends that wait for the writer; one more is refused as busy
 * @param queuedBytes most bytes, roughly, that they hold together
 * @param batchEvents events at which a batch is closed; one larger request makes a batch of its own
 * @param batchBytes bytes, roughly, at which a batch is closed
 * @param requestEvents most events in one append
 * @param requestBytes most bytes, roughly, in one append
 * @param windowEvents recent events kept in memory for checking conditions
 * @param deadline after which an append fails, whatever happens
 * @param statement longest the database may take for one batch; longer, up to sixteen times, for
 *     one that cannot be made smaller or whose outcome is in doubt
 * @param closing longest that closing waits for appends already accepted
 * @param poll at least so often the head is asked for, should a notification be missed
 * @param clock tells when a batch is recorded
 */
public record LedgerOptions(
    int queuedRequests,
    long queuedBytes,
    int batchEvents,
    long batchBytes,
    int requestEvents,
    long requestBytes,
    int windowEvents,
    Duration deadline,
    Duration statement,
    Duration closing,
    Duration poll,
    InstantSource clock) {

  private static final long MEBIBYTE = 1024 * 1024;

  /**
   * @throws IllegalArgumentException if a bound or duration is not positive
   */
  public LedgerOptions {
    requirePositive("queuedRequests", queuedRequests);
    requirePositive("queuedBytes", queuedBytes);
    requirePositive("batchEvents", batchEvents);
    requirePositive("batchBytes", batchBytes);
    requirePositive("requestEvents", requestEvents);
    requirePositive("requestBytes", requestBytes);
    requirePositive("windowEvents", windowEvents);
    requirePositive("deadline in milliseconds", deadline.toMillis());
    requirePositive("statement in milliseconds", statement.toMillis());
    requirePositive("closing in milliseconds", closing.toMillis());
    requirePositive("poll in milliseconds", poll.toMillis());
  }

  /**
   * 10,000 requests or 128 MiB queued, batches of 2,048 events or 8 MiB, requests of 50,000 events
   * or 64 MiB, a window of 32,768 events, deadline 10 s, statement 2 s, closing 10 s, poll 500 ms,
   * the system's clock.
   */
  public static LedgerOptions defaults() {
    return new LedgerOptions(
        10_000,
        128 * MEBIBYTE,
        2_048,
        8 * MEBIBYTE,
        50_000,
        64 * MEBIBYTE,
        32_768,
        Duration.ofSeconds(10),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10),
        Duration.ofMillis(500),
        InstantSource.system());
  }

  /** The same with another clock. */
  public LedgerOptions withClock(InstantSource other) {
    return new LedgerOptions(
        queuedRequests,
        queuedBytes,
        batchEvents,
        batchBytes,
        requestEvents,
        requestBytes,
        windowEvents,
        deadline,
        statement,
        closing,
        poll,
        other);
  }

  /** The same with another bound of the queue. */
  public LedgerOptions withQueuedRequests(int other) {
    return new LedgerOptions(
        other,
        queuedBytes,
        batchEvents,
        batchBytes,
        requestEvents,
        requestBytes,
        windowEvents,
        deadline,
        statement,
        closing,
        poll,
        clock);
  }

  /** The same with another window. */
  public LedgerOptions withWindowEvents(int other) {
    return new LedgerOptions(
        queuedRequests,
        queuedBytes,
        batchEvents,
        batchBytes,
        requestEvents,
        requestBytes,
        other,
        deadline,
        statement,
        closing,
        poll,
        clock);
  }

  /** The same with another deadline of appends. */
  public LedgerOptions withDeadline(Duration other) {
    return new LedgerOptions(
        queuedRequests,
        queuedBytes,
        batchEvents,
        batchBytes,
        requestEvents,
        requestBytes,
        windowEvents,
        other,
        statement,
        closing,
        poll,
        clock);
  }

  /** The same with another time limit of statements. */
  public LedgerOptions withStatement(Duration other) {
    return new LedgerOptions(
        queuedRequests,
        queuedBytes,
        batchEvents,
        batchBytes,
        requestEvents,
        requestBytes,
        windowEvents,
        deadline,
        other,
        closing,
        poll,
        clock);
  }

  private static void requirePositive(String name, long value) {
    if (value <= 0) {
      throw new IllegalArgumentException("%s is %d; it must be positive".formatted(name, value));
    }
  }
}
