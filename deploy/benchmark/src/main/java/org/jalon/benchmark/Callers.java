package org.jalon.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/** Callers at once, each asking again as soon as it has its answer. */
final class Callers {

  /** From this number on they are virtual threads, which cost less than so many of the system's. */
  private static final int MANY = 64;

  /** One request and its answer. */
  @FunctionalInterface
  interface Request {
    void run() throws Exception;
  }

  private final long from;
  private final long until;
  private final AtomicLong last;

  private Callers(Spell spell) {
    from = System.nanoTime() + spell.warmUp().toNanos();
    until = from + spell.measured().toNanos();
    last = new AtomicLong(from);
  }

  /**
   * Lets them ask for a while, on a slow machine until each has one answer that counts; other
   * requests under way at its end are waited for and not counted.
   *
   * @param ofCaller what the caller of a number, 0 and up, asks for again and again
   * @throws Exception what any request failed with
   */
  static Sample run(int callers, Spell spell, IntFunction<Request> ofCaller) throws Exception {
    return run(
        callers < MANY ? Thread.ofPlatform().daemon() : Thread.ofVirtual(),
        callers,
        spell,
        ofCaller);
  }

  /** The same with callers of a kind; those of a running Jalon are virtual threads. */
  static Sample run(Thread.Builder threads, int callers, Spell spell, IntFunction<Request> ofCaller)
      throws Exception {
    var load = new Callers(spell);
    var all = new Latencies();
    try (var executor = Executors.newThreadPerTaskExecutor(threads.factory())) {
      List<Future<Latencies>> asking = new ArrayList<>();
      for (int caller = 0; caller < callers; caller++) {
        Request request = ofCaller.apply(caller);
        asking.add(executor.submit((Callable<Latencies>) () -> load.ask(request)));
      }
      for (Future<Latencies> one : asking) {
        all.add(one.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a request failed under load: " + e.getCause(), e.getCause());
    }
    return Sample.of(all, Math.max(load.until, load.last.get()) - load.from);
  }

  private Latencies ask(Request request) throws Exception {
    var latencies = new Latencies();
    long start = System.nanoTime();
    while (start < until || latencies.size() == 0) {
      request.run();
      long end = System.nanoTime();
      if (start >= from && (end <= until || latencies.size() == 0)) {
        latencies.add(end - start);
        last.accumulateAndGet(end, Math::max);
      }
      start = end;
    }
    return latencies;
  }
}
