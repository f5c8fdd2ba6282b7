package org.jalon.history.run;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Does bad things at random, each kind once before any twice. */
final class Nemesis implements Runnable {

  private static final int LONGEST_ABSENCE_MILLIS = 1_500;
  private static final int STEP_MILLIS = 100;
  private static final Duration STANDSTILL = Duration.ofSeconds(15);

  private final Settings settings;
  private final Cluster cluster;
  private final Database database;
  private final ForeignTransactions foreign;
  private final Random random;
  private final List<Fault> faults = Collections.synchronizedList(new ArrayList<>());
  private final List<Fault.Kind> next = new ArrayList<>();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
  private long struckAt;
  private long stoppedUntil = System.nanoTime();

  Nemesis(Settings settings, Cluster cluster, Database database, ForeignTransactions foreign) {
    this.settings = settings;
    this.cluster = cluster;
    this.database = database;
    this.foreign = foreign;
    random = new Random(settings.seed());
  }

  @Override
  public void run() {
    try {
      while (!pause(random.nextLong(2 * settings.faultEvery().toMillis()))) {
        awaitProgress();
        strike(kind());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException | RuntimeException e) {
      failure.set(e);
    }
  }

  /** No more of it; returns when everybody goes on again. */
  void finish(Thread thread) throws InterruptedException {
    stop.countDown();
    thread.join();
    long left = stoppedUntil - System.nanoTime();
    if (left > 0) {
      TimeUnit.NANOSECONDS.sleep(left);
    }
    Exception failed = failure.get();
    if (failed != null) {
      throw new IllegalStateException("a fault could not be brought about", failed);
    }
  }

  /** Whether a fault could not be brought about, after which there are no others. */
  boolean hasFailed() {
    return failure.get() != null;
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  /** Whether each kind was brought about. */
  boolean hasDoneAll() {
    return faults().stream().map(Fault::kind).distinct().count() == settings.kinds().size();
  }

  private Fault.Kind kind() {
    if (next.isEmpty()) {
      next.addAll(settings.kinds());
      Collections.shuffle(next, random);
    }
    boolean tooEarly = foreign.age().compareTo(settings.foreign()) < 0;
    List<Fault.Kind> others = new ArrayList<>(settings.kinds());
    others.remove(Fault.Kind.KILL_SERVER);
    if (tooEarly && next.getLast() == Fault.Kind.KILL_SERVER && !others.isEmpty()) {
      return others.get(random.nextInt(others.size()));
    }
    return next.removeLast();
  }

  private void strike(Fault.Kind kind) throws InterruptedException, SQLException {
    switch (kind) {
      case KILL_NODE -> {
        int node = node(kind);
        cluster.killNode(node);
        pause(random.nextInt(LONGEST_ABSENCE_MILLIS));
        cluster.startNode(node);
      }
      case KILL_CLIENTS -> {
        happens(kind, "clients", false);
        cluster.replaceClients(random.nextInt(cluster.clientCount()));
      }
      case KILL_SERVER -> {
        happens(kind, "server", false);
        database.killAndStart();
        foreign.end();
        foreign.begin();
      }
      case STOP_NODE -> {
        Duration time = Duration.ofMillis(500 + random.nextLong(settings.longestStop().toMillis()));
        int node = node(kind);
        stoppedUntil = System.nanoTime() + time.plusMillis(500).toNanos();
        cluster.stopNode(node, time);
      }
      case TERMINATE_BACKENDS -> {
        happens(kind, "connections", false);
        database.terminateBackends();
      }
    }
  }

  /** Chooses a node for a fault that happens now: more often than not the holder of a lease. */
  private int node(Fault.Kind kind) {
    Optional<String> holder = database.holder();
    int node = random.nextInt(cluster.nodeCount());
    for (int i = 0; i < cluster.nodeCount(); i++) {
      if (holder.equals(Optional.of(cluster.name(i))) && random.nextBoolean()) {
        node = i;
      }
    }
    happens(kind, cluster.name(node), holder.equals(Optional.of(cluster.name(node))));
    return node;
  }

  private void happens(Fault.Kind kind, String target, boolean holder) {
    faults.add(new Fault(System.nanoTime(), kind, target, holder));
  }

  /** A fault should meet a system at work; one that has stood still for long is struck again. */
  private void awaitProgress() throws InterruptedException {
    long before = struckAt;
    long giveUpAt = System.nanoTime() + STANDSTILL.toNanos();
    while (cluster.acknowledged() <= before && System.nanoTime() - giveUpAt < 0) {
      if (pause(STEP_MILLIS)) {
        return;
      }
    }
    struckAt = cluster.acknowledged();
  }

  /** Waits; true when it is over. */
  private boolean pause(long millis) throws InterruptedException {
    return stop.await(millis, TimeUnit.MILLISECONDS);
  }
}
