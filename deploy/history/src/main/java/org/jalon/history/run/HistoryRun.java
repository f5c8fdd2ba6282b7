package org.jalon.history.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jalon.command.ledger.Ledger;
import org.jalon.command.ledger.StoredEvent;
import org.jalon.command.ledger.chain.Integrity;
import org.jalon.history.EventId;
import org.jalon.history.Finding;
import org.jalon.history.Findings;
import org.jalon.history.load.Follower;
import org.jalon.history.load.Notebook;
import org.jalon.history.load.Standing;

/**
 * Has clients append to nodes of one ledger while nodes, clients and the server are killed and
 * stopped, and judges what they were told.
 */
public final class HistoryRun {

  private static final Duration TOLD = Duration.ofSeconds(5);
  private static final Duration TO_THE_END = Duration.ofSeconds(20);
  private static final Duration ALL_FAULTS = Duration.ofMinutes(2);
  private static final int PAGE = 5_000;
  private static final int WINDOW = 1_000;
  private static final double NANOS = 1e9;

  /** Its warnings are what the faults are meant to bring about. */
  private static final Logger LEDGER = Logger.getLogger("org.jalon.command.ledger");

  private final Settings settings;
  private final Path directory;

  private HistoryRun(Settings settings, Path directory) {
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
      e.printStackTrace();
    }
    System.exit(status);
  }

  /**
   * Runs once; the directory of the run stays if anything was found.
   *
   * @param telling whether progress goes to standard output
   */
  static Report run(Settings settings, boolean telling) throws Exception {
    LEDGER.setLevel(Level.SEVERE);
    Files.createDirectories(settings.directory());
    Path directory = Files.createTempDirectory(settings.directory(), "history-");
    Report report = new HistoryRun(settings, directory).run(telling);
    Files.writeString(directory.resolve("report.txt"), report.toString());
    if (report.verdict().findings().none()) {
      delete(directory);
      delete(Database.data(directory));
      delete(Path.of(Database.data(directory) + ".lock"));
    } else {
      IO.println("the history stays in " + directory);
    }
    return report;
  }

  private Report run(boolean telling) throws Exception {
    Path address = directory.resolve(Database.ADDRESS);
    try (Database database = Database.start(directory);
        OpenLedger open = OpenLedger.of(address, "reader", WINDOW, true);
        ForeignTransactions foreign = new ForeignTransactions(database, address)) {
      foreign.begin();
      AtomicBoolean stop = new AtomicBoolean();
      Follower reader =
          new Follower(new LedgerStore(open.ledger(), "reader"), notebook("reading"), 0, stop);
      StreamFollower stream = new StreamFollower(open.ledger(), notebook("streaming"), 0, stop);
      Thread.ofVirtual().start(reader);
      Thread.ofVirtual().start(stream);
      Cluster cluster = new Cluster(directory, settings);
      try {
        Nemesis nemesis = new Nemesis(settings, cluster, database, foreign);
        Duration took = load(cluster, nemesis, telling);
        Findings findings = new Findings();
        long head = open.ledger().head().position();
        awaitReaders(reader, stream, head, findings);
        stop.set(true);
        cluster.killAll();
        copyLog(open.ledger(), findings);
        Verdict verdict = Verdict.of(directory, findings);
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
    while (cluster.acknowledged() < settings.appends() && took.compareTo(settings.atMost()) < 0
        || !nemesis.hasDoneAll() && took.compareTo(settings.atMost().plus(ALL_FAULTS)) < 0) {
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

  private static void awaitReaders(
      Follower reader, StreamFollower stream, long head, Findings findings)
      throws InterruptedException {
    long until = System.nanoTime() + TO_THE_END.toNanos();
    while (reader.last() < head || stream.last() < head) {
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

  private void copyLog(Ledger ledger, Findings findings) throws IOException {
    long last = 0;
    try (Standing standing = new Standing(directory)) {
      for (List<StoredEvent> page = ledger.read(0, PAGE);
          !page.isEmpty();
          page = ledger.read(last, PAGE)) {
        for (StoredEvent one : page) {
          standing.add(
              one.position(),
              EventId.of(one.eventId()),
              LedgerStore.event(one),
              ChronoUnit.MICROS.between(Instant.EPOCH, one.recordedAt()));
        }
        last = page.getLast().position();
      }
    }
    if (last != ledger.head().position()) {
      findings.add(
          Finding.GAP, "the log ends at %d, its head is %d", last, ledger.head().position());
    }
    Integrity integrity = ledger.integrity(1, Long.MAX_VALUE);
    if (!integrity.verified()) {
      findings.add(Finding.INTEGRITY, "%s", integrity);
    }
  }

  private Notebook notebook(String name) throws IOException {
    return new Notebook(directory.resolve(name + Notebook.READER));
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
