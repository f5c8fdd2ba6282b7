package org.jalon.command.ledger;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/** How much a ledger holds and how long it waits; each change makes other options. */
public final class LedgerOptions {

  private static final long MEBIBYTE = 1024 * 1024;

  private int queuedRequests = 10_000;
  private long queuedBytes = 128 * MEBIBYTE;
  private Duration roomWait = Duration.ofMillis(500);
  private int batchEvents = 2_048;
  private long batchBytes = 8 * MEBIBYTE;
  private int requestEvents = 50_000;
  private long requestBytes = 64 * MEBIBYTE;
  private int windowEvents = 32_768;
  private Duration deadline = Duration.ofSeconds(10);
  private Duration statement = Duration.ofSeconds(2);
  private Duration closing = Duration.ofSeconds(10);
  private Duration poll = Duration.ofMillis(500);
  private InstantSource clock = InstantSource.system();

  private LedgerOptions() {}

  /**
   * 10,000 requests or 128 MiB queued and as much again waiting 500 ms for room, batches of 2,048
   * events or 8 MiB, requests of 50,000 events or 64 MiB, a window of 32,768 events, deadline 10 s,
   * statement 2 s, closing 10 s, poll 500 ms, the system's clock.
   */
  public static LedgerOptions defaults() {
    return new LedgerOptions();
  }

  /**
   * Most appends that wait for the writer. As many again may wait for room among them; one more is
   * refused as busy.
   */
  public int queuedRequests() {
    return queuedRequests;
  }

  /** Most bytes, roughly, that the appends in the queue hold together; one alone may hold more. */
  public long queuedBytes() {
    return queuedBytes;
  }

  /** Longest that an append waits for room in the queue before it is refused as busy. */
  public Duration roomWait() {
    return roomWait;
  }

  /** Events at which a batch is closed; one larger request makes a batch of its own. */
  public int batchEvents() {
    return batchEvents;
  }

  /** Bytes, roughly, at which a batch is closed. */
  public long batchBytes() {
    return batchBytes;
  }

  /** Most events in one append. */
  public int requestEvents() {
    return requestEvents;
  }

  /** Most bytes, roughly, in one append. */
  public long requestBytes() {
    return requestBytes;
  }

  /** Recent events kept in memory for checking conditions. */
  public int windowEvents() {
    return windowEvents;
  }

  /** After which an append fails, whatever happens. */
  public Duration deadline() {
    return deadline;
  }

  /**
   * Longest the database may take for one batch; longer, up to sixteen times, for one that cannot
   * be made smaller or whose outcome is in doubt.
   */
  public Duration statement() {
    return statement;
  }

  /** Longest that closing waits for appends already accepted. */
  public Duration closing() {
    return closing;
  }

  /** At least so often the head is asked for, should a notification be missed. */
  public Duration poll() {
    return poll;
  }

  /** Tells when a batch is recorded. */
  public InstantSource clock() {
    return clock;
  }

  /** The same with another clock. */
  public LedgerOptions withClock(InstantSource other) {
    return changed(options -> options.clock = other);
  }

  /**
   * The same with another {@link #queuedRequests()}.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public LedgerOptions withQueuedRequests(int other) {
    return changed(options -> options.queuedRequests = (int) positive("queuedRequests", other));
  }

  /**
   * The same with another {@link #queuedBytes()}.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public LedgerOptions withQueuedBytes(long other) {
    return changed(options -> options.queuedBytes = positive("queuedBytes", other));
  }

  /**
   * The same with another {@link #roomWait()}.
   *
   * @throws IllegalArgumentException if it is less than a millisecond
   */
  public LedgerOptions withRoomWait(Duration other) {
    return changed(options -> options.roomWait = positive("roomWait", other));
  }

  /**
   * The same with another {@link #batchEvents()}.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public LedgerOptions withBatchEvents(int other) {
    return changed(options -> options.batchEvents = (int) positive("batchEvents", other));
  }

  /**
   * The same with another {@link #windowEvents()}.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public LedgerOptions withWindowEvents(int other) {
    return changed(options -> options.windowEvents = (int) positive("windowEvents", other));
  }

  /**
   * The same with another {@link #deadline()}.
   *
   * @throws IllegalArgumentException if it is less than a millisecond
   */
  public LedgerOptions withDeadline(Duration other) {
    return changed(options -> options.deadline = positive("deadline", other));
  }

  /**
   * The same with another {@link #statement()}.
   *
   * @throws IllegalArgumentException if it is less than a millisecond
   */
  public LedgerOptions withStatement(Duration other) {
    return changed(options -> options.statement = positive("statement", other));
  }

  private LedgerOptions changed(Consumer<LedgerOptions> change) {
    LedgerOptions copy = new LedgerOptions();
    copy.queuedRequests = queuedRequests;
    copy.queuedBytes = queuedBytes;
    copy.roomWait = roomWait;
    copy.batchEvents = batchEvents;
    copy.batchBytes = batchBytes;
    copy.requestEvents = requestEvents;
    copy.requestBytes = requestBytes;
    copy.windowEvents = windowEvents;
    copy.deadline = deadline;
    copy.statement = statement;
    copy.closing = closing;
    copy.poll = poll;
    copy.clock = clock;
    change.accept(copy);
    return copy;
  }

  private static Duration positive(String name, Duration value) {
    positive(name + " in milliseconds", value.toMillis());
    return value;
  }

  private static long positive(String name, long value) {
    if (value <= 0) {
      throw new IllegalArgumentException("%s is %d; it must be positive".formatted(name, value));
    }
    return value;
  }
}
