package org.jalon.command.importing.job;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jalon.command.importing.ImportBounds;
import org.jalon.command.importing.PostMapping;
import org.jalon.command.importing.Pseudonyms;
import org.jalon.command.importing.Spool;
import org.jalon.command.importing.TraceMapping;
import org.jalon.command.importing.UnreadableFile;
import org.jalon.command.wiring.DataDirectory;
import org.jalon.command.wiring.Decisions;
import org.jalon.kernel.Actor;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.wire.KeyMarks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes files in, checks them to their end, and records their lines while the caller goes on. What
 * it knows of imports dies with the process; repeating an import is how it is finished.
 */
public final class Imports implements AutoCloseable {

  /** The most imports at once, those that are still sent included. */
  public static final int MOST_AT_ONCE = 4;

  /** The most imports that are remembered. */
  public static final int MOST_REMEMBERED = 200;

  private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
  private static final Duration CLOSING = Duration.ofSeconds(5);

  /**
   * How a log is understood.
   *
   * @param programme of all cases; defined if there is none of this id
   * @param closeAtLastEvent whether a trace without end date closes at its last event
   * @param pseudonymise whether names of cases are replaced by ones that tell nothing, and kept
   *     sealed beside their cases
   */
  public record LogOptions(ProgrammeId programme, boolean closeAtLastEvent, boolean pseudonymise) {}

  private final Decisions decisions;
  private final DataDirectory directory;
  private final MarkedKey key;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);
  private final Set<Thread> running = ConcurrentHashMap.newKeySet();
  private final Map<UUID, Import> known = new LinkedHashMap<>();

  private Imports(
      Decisions decisions,
      DataDirectory directory,
      MarkedKey key,
      InstantSource clock,
      ZoneId zone) {
    this.decisions = decisions;
    this.directory = directory;
    this.key = key;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * Reads or makes the installation's import key and deletes uploads that a killed process left.
   *
   * @param ledger that decisions are recorded in
   * @param marks beside that ledger
   * @param zone in which days begin and end
   * @throws org.jalon.kernel.wire.KeyUnavailable if the key cannot be read or made, or is another
   *     than the ledger's imports were made with; says what to do
   * @throws IOException if the uploads cannot be deleted
   */
  public static Imports open(
      Decisions decisions,
      DataDirectory directory,
      LedgerId ledger,
      KeyMarks marks,
      InstantSource clock,
      ZoneId zone)
      throws IOException {
    Spool.sweep(directory.imports());
    var key = MarkedKey.open(directory.keys(), ledger, marks);
    return new Imports(decisions, directory, key, clock, zone);
  }

  /**
   * Takes a log in and begins to import it.
   *
   * @return nothing if too many imports run already; nothing was read then
   * @throws UnreadableFile if it is not a whole log within the bounds; nothing is recorded
   * @throws IOException if the upload breaks off or cannot be kept
   */
  public Optional<Import> log(InputStream body, LogOptions options, Actor actor, boolean dryRun)
      throws IOException {
    var names = options.pseudonymise() ? key.ids() : Pseudonyms.OFF;
    var mapping =
        new TraceMapping(key.ids(), names, options.programme(), options.closeAtLastEvent(), zone);
    return begin(body, new LogFile(mapping), ImportBounds.XES, actor, dryRun);
  }

  /**
   * Takes a table of posts in and begins to import it.
   *
   * @return nothing if too many imports run already; nothing was read then
   * @throws UnreadableFile if it is not a whole table within the bounds; nothing is recorded
   * @throws IOException if the upload breaks off or cannot be kept
   */
  public Optional<Import> workforce(InputStream body, Actor actor, boolean dryRun)
      throws IOException {
    return begin(
        body, new WorkforceFile(new PostMapping(key.ids())), ImportBounds.CSV, actor, dryRun);
  }

  /** An import that began in this process, unless many have since. */
  public Optional<Import> find(UUID id) {
    synchronized (known) {
      return Optional.ofNullable(known.get(id));
    }
  }

  /** Stops what runs; it says that it was interrupted. */
  @Override
  public void close() {
    running.forEach(Thread::interrupt);
    long until = System.nanoTime() + CLOSING.toNanos();
    for (Thread thread : running) {
      try {
        thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private Optional<Import> begin(
      InputStream body, ImportFile file, ImportBounds bounds, Actor actor, boolean dryRun)
      throws IOException {
    if (!places.tryAcquire()) {
      return Optional.empty();
    }
    boolean begun = false;
    try {
      Upload upload = upload(body, bounds, actor, dryRun);
      try {
        file.check(upload.spool().file());
        Import job = remembered(new Import(file.kind(), dryRun));
        Thread thread =
            Thread.ofVirtual().name("import-" + job.id()).unstarted(() -> run(job, file, upload));
        running.add(thread);
        begun = true;
        thread.start();
        return Optional.of(job);
      } finally {
        if (!begun) {
          upload.spool().close();
        }
      }
    } finally {
      if (!begun) {
        places.release();
      }
    }
  }

  private Upload upload(InputStream body, ImportBounds bounds, Actor actor, boolean dryRun)
      throws IOException {
    try {
      var digest = new DigestInputStream(body, MessageDigest.getInstance("SHA-256"));
      Spool spool = Spool.of(digest, directory.imports(), bounds);
      String hex = HexFormat.of().formatHex(digest.getMessageDigest().digest(), 0, 8);
      return new Upload(spool, hex, actor, dryRun);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK lacks SHA-256", e);
    }
  }

  private Import remembered(Import job) {
    synchronized (known) {
      known.put(job.id(), job);
      if (known.size() > MOST_REMEMBERED) {
        known.remove(known.keySet().iterator().next());
      }
      return job;
    }
  }

  private void run(Import job, ImportFile file, Upload upload) {
    LOG.info("import {} of {} bytes ({}) begins", job.id(), upload.spool().size(), file.kind());
    try {
      record(job, file, upload);
      job.done();
    } catch (ImportFailed e) {
      job.failed(e.failure());
    } catch (InterruptedException _) {
      job.failed(Interrupted.failure().failure());
    } catch (IOException | RuntimeException e) {
      LOG.error("import {} failed for a reason nobody decided", job.id(), e);
      job.failed(
          new Import.Failure(
              "INTERNAL",
              "something went wrong inside Jalon, its log says what; import the same file again,"
                  + " nothing is recorded twice"));
    } finally {
      running.remove(Thread.currentThread());
      places.release();
      Progress.ended(job);
    }
  }

  private void record(Import job, ImportFile file, Upload upload)
      throws IOException, InterruptedException {
    var provenance = file.kind().name().toLowerCase(Locale.ROOT) + ":" + upload.digest();
    var lines = new LineDecisions(decisions, job, upload, provenance, clock, zone);
    try (var spool = upload.spool()) {
      if (!upload.dryRun()) {
        key.use();
      }
      int forks = lines.forks();
      file.record(spool.file(), lines, new Progress(job));
      if (lines.forks() != forks) {
        throw new ImportFailed(
            "HISTORY_FORKED",
            "the ledger lost recorded facts while this import ran, perhaps some of its own; import"
                + " the same file again, nothing is recorded twice");
      }
    }
  }
}
