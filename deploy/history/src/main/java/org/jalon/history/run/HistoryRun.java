package org.jalon.history.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jalon.command.ledger.Ledger;
import org.jalon.command.ledger.LedgerException;
import org.jalon.history.Finding;
import org.jalon.history.Findings;
import org.jalon.history.load.Follower;

/**
 * Has clients append to nodes of one ledger while nodes, clients and the server are killed and
 * stopped, and judges what they were told.
 */
public final class HistoryRun {

  private static final System.Logger LOG = System.getLogger(HistoryRun.class.getName());
  private static final Duration TOLD = Duration.ofSeconds(5);
  private static final Duration STANDSTILL = Duration.ofSeconds(20);
  private static final Duration ALL_FAULTS = Duration.ofMinutes(2);
  private static final int WINDOW = 1_000;
  private static final double NANOS = 1e9;

  /** Its warnings are what the faults are meant to bring about. */
  private static final Logger LEDGER = Logger.getLogger("org.jalon.command.ledger");

  private final Settings settings;
  private final RunDirectory directory;

  private HistoryRun(Settings settings, RunDirectory directory) {
    this.settings = settings;
    this.directory = directory;
  }

  /**
   * Runs; ends with status 0 if nothing was found, 1 if something was, 2 if it could not run.
   *
   * @param arguments as {@link Settings#USAGE} says
   */
  public static void main(String[] arguments) {
    int status = 2;
    try {
      if (arguments.length == 2 && arguments[0].equals("--judge")) {
        Verdict verdict = Verdict.of(Path.of(arguments[1]), new Findings());
        IO.println(verdict);
        status = verdict.status();
      } else {
        Report report = run(Settings.of(arguments), true);
        IO.println(report);
        status = report.verdict().status();
      }
    } catch (IllegalArgumentException e) {
      IO.println(e.getMessage());
    } catch (Exception e) {
      LOG.log(System.Logger.Level.ERROR, "the run has broken off and says nothing", e);
    }
    System.exit(status);
  }

  /**
   * Runs once; the directory of the run stays if anything was found.
   *
   * @param telling whether progress goes to standard output
   */
  static Report run(Settings settings, boolean telling) throws Exception {
    LEDGER.setLevel(Level.OFF);
    RunDirectory directory = RunDirectory.below(settings.directory());
    Report report = new HistoryRun(settings, directory).run(telling);
    Files.writeString(directory.path().resolve("report.txt"), report + "\n" + report.timeline());
    if (telling) {
      IO.println(report.timeline());
    }
    if (report.verdict().findings().none()) {
      directory.delete();
    } else {
      IO.println("the history stays in " + directory.path());
    }
    return report;
  }

  private Report run(boolean telling) throws Exception {
    Path address = directory.path().resolve(Database.ADDRESS);
    try (Database database = Database.start(directory.path());
        OpenLedger open = OpenLedger.of(address, "reader", WINDOW, true);
        ForeignTransactions foreign = new ForeignTransactions(database, address)) {
      if (!settings.durable()) {
        database.writeLogLate();
      }
      foreign.begin();
      AtomicBoolean stop = new AtomicBoolean();
      Follower reader =
          new Follower(
              new LedgerStore(open.ledger(), "reader"), directory.reader("reading"), 0, stop);
      StreamFollower stream =
          new StreamFollower(open.ledger(), directory.reader("streaming"), 0, stop);
      Thread.ofVirtual().start(reader);
      Thread.ofVirtual().start(stream);
      Cluster cluster = new Cluster(directory.path(), settings);
      try {
        Nemesis nemesis = new Nemesis(settings, cluster, database, foreign);
        Duration took = load(cluster, nemesis, telling);
        Findings findings = new Findings();
        long head = head(open.ledger());
        awaitReaders(reader, stream, head, findings);
        stop.set(true);
        cluster.killAll();
        try (OpenLedger fresh = OpenLedger.of(address, "judge", WINDOW, true)) {
          FinalLog.copy(fresh.ledger(), directory.path(), findings);
        }
        Verdict verdict = Verdict.of(directory.path(), findings);
        return new Report(settings, verdict, took, foreign.longest(), nemesis.faults());
      } finally {
        stop.set(true);
        cluster.killAll();
      }
    }
  }

  private Duration load(Cluster cluster, Nemesis nemesis, boolean telling) throws Exception {
    long startedAt = System.nanoTime();
    Thread thread = Thread.ofPlatform().name("nemesis").start(nemesis);
    long toldAt = startedAt;
    Duration took = Duration.ZERO;
    while (!nemesis.hasFailed()
        && (cluster.acknowledged() < settings.appends() && took.compareTo(settings.atMost()) < 0
            || !nemesis.hasDoneAll() && took.compareTo(settings.atMost().plus(ALL_FAULTS)) < 0)) {
      TimeUnit.MILLISECONDS.sleep(100);
      took = Duration.ofNanos(System.nanoTime() - startedAt);
      if (telling && System.nanoTime() - toldAt > TOLD.toNanos()) {
        toldAt = System.nanoTime();
        tell(cluster.acknowledged(), took, nemesis.faults().size());
      }
    }
    nemesis.finish(thread);
    cluster.finishClients();
    return took;
  }

  private void tell(long acknowledged, Duration took, int faults) {
    double rate = acknowledged * NANOS / took.toNanos();
    IO.println(
        "%5d s: %d of %d appends, %.0f/s, %d faults, %.0f s left"
            .formatted(
                took.toSeconds(),
                acknowledged,
                settings.appends(),
                rate,
                faults,
                (settings.appends() - acknowledged) / Math.max(1, rate)));
  }

  /** The head, as soon as the server that was killed last can be asked again. */
  private static long head(Ledger ledger) throws InterruptedException {
    long until = System.nanoTime() + STANDSTILL.toNanos();
    while (true) {
      try {
        return ledger.head().position();
      } catch (LedgerException.Unavailable e) {
        if (System.nanoTime() - until > 0) {
          throw e;
        }
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
  }

  private static void awaitReaders(
      Follower reader, StreamFollower stream, long head, Findings findings)
      throws InterruptedException {
    long reached = -1;
    long until = 0;
    while (reader.last() < head || stream.last() < head) {
      long both = reader.last() + stream.last();
      if (both > reached) {
        reached = both;
        until = System.nanoTime() + STANDSTILL.toNanos();
      }
      if (System.nanoTime() > until) {
        findings.add(
            Finding.READER_STUCK,
            "reading reached %d, streaming %d of %d",
            reader.last(),
            stream.last(),
            head);
        return;
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
