package org.jalon.command.importing.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jalon.command.importing.SkippedLine;
import org.jspecify.annotations.Nullable;

/** One import and how far it is. Safe for several threads. */
public final class Import {

  /** The most skipped lines that are kept; more are counted only. */
  public static final int MOST_SKIPPED = 1_000;

  /** What is imported. */
  public enum Kind {
    /** An event log; its lines are traces. */
    XES,
    /** A table of posts; its lines are lines. */
    WORKFORCE
  }

  /** Whether it goes on. */
  public enum State {
    /** It goes on. */
    RUNNING,
    /** It came to the end of the file. */
    DONE,
    /** It ended before; what was recorded stays, and repeating it records the rest. */
    FAILED
  }

  /**
   * Why it failed.
   *
   * @param message what happened and the way out
   */
  public record Failure(String code, String message) {}

  /**
   * How far it is.
   *
   * @param read traces or lines decided or skipped
   * @param recorded facts; those that would be, in a dry run
   * @param skipped in the order of the file
   * @param skippedTotal also those not kept
   * @param ran since it began, until now or its end
   * @param left roughly; absent unless it runs and that can be told
   * @param position of the last fact that it recorded, 0 for none
   * @param failure present if it failed
   */
  public record Report(
      UUID id,
      Kind kind,
      boolean dryRun,
      State state,
      long read,
      long recorded,
      List<SkippedLine> skipped,
      long skippedTotal,
      Duration ran,
      @Nullable Duration left,
      long position,
      @Nullable Failure failure) {

    /** Lines a second. */
    public double rate() {
      return read / Math.max(0.001, ran.toNanos() / 1e9);
    }
  }

  private final UUID id = UUID.randomUUID();
  private final Kind kind;
  private final boolean dryRun;
  private final long began = System.nanoTime();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final List<SkippedLine> skipped = new ArrayList<>();
  private long skippedTotal;
  private long read;
  private long recorded;
  private long position;
  private double share;
  private State state = State.RUNNING;
  private long endedAt;
  private @Nullable Failure failure;

  Import(Kind kind, boolean dryRun) {
    this.kind = kind;
    this.dryRun = dryRun;
  }

  /** Its name, also the correlation id of all that it records. */
  public UUID id() {
    return id;
  }

  /** Waits for its end, at most so long; whether it ended. */
  public boolean awaitEnd(Duration atMost) throws InterruptedException {
    return ended.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** How far it is now. */
  public synchronized Report report() {
    long until = state == State.RUNNING ? System.nanoTime() : endedAt;
    Duration ran = Duration.ofNanos(until - began);
    return new Report(
        id,
        kind,
        dryRun,
        state,
        read,
        recorded,
        skipped.stream().sorted(Comparator.comparingLong(SkippedLine::line)).toList(),
        skippedTotal,
        ran,
        left(ran),
        position,
        failure);
  }

  private @Nullable Duration left(Duration ran) {
    return state != State.RUNNING || share <= 0
        ? null
        : Duration.ofNanos((long) (ran.toNanos() * (1 - share) / share));
  }

  synchronized void at(long bytes, long size) {
    share = size == 0 ? 0 : (double) bytes / size;
  }

  synchronized void recorded(int facts, long last) {
    recorded += facts;
    position = Math.max(position, facts == 0 ? 0 : last);
  }

  synchronized void decided() {
    read++;
  }

  synchronized void skip(SkippedLine line) {
    skippedTotal++;
    if (skipped.size() < MOST_SKIPPED) {
      skipped.add(line);
    }
  }

  void done() {
    end(State.DONE, null);
  }

  void failed(Failure why) {
    end(State.FAILED, why);
  }

  private synchronized void end(State how, @Nullable Failure why) {
    if (state == State.RUNNING) {
      state = how;
      failure = why;
      endedAt = System.nanoTime();
      ended.countDown();
    }
  }
}
