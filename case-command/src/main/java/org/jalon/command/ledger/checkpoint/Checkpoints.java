package org.jalon.command.ledger.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jalon.command.ledger.Fork;
import org.jalon.command.ledger.Ledger;
import org.jalon.command.ledger.LedgerException;
import org.jalon.command.ledger.chain.Anchors;
import org.jalon.command.ledger.chain.Checkpoint;
import org.jalon.command.ledger.chain.Head;
import org.jalon.command.ledger.chain.Micros;

/**
 * The signed checkpoints of one ledger. Signs the head at an interval and when it closes, if it has
 * moved, but never over a history that is not the one signed before, or that this process has seen
 * fork: that is {@link #fork told} instead. Several nodes may each have one, with one file or with
 * files of their own.
 */
public final class Checkpoints implements AutoCloseable {

  /** Begins every sentence about a history that is not the one signed. */
  public static final String HISTORY_FORKED = "HISTORY_FORKED";

  private static final System.Logger LOG = System.getLogger(Checkpoints.class.getName());
  private static final int MOST_BETWEEN = 10_000;
  private static final Duration CLOSING = Duration.ofSeconds(10);

  private final Ledger ledger;
  private final SigningKey key;
  private final CheckpointLog log;
  private final InstantSource clock;
  private final ScheduledExecutorService timer;
  private volatile Optional<String> fork = Optional.empty();

  private Checkpoints(Ledger ledger, SigningKey key, CheckpointLog log, InstantSource clock) {
    this.ledger = ledger;
    this.key = key;
    this.log = log;
    this.clock = clock;
    timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("checkpoints-" + ledger.id()).factory());
  }

  /**
   * Compares the ledger with the last checkpoint of the file and begins to sign.
   *
   * @param keyFile made if there is none, unless the file has checkpoints already
   * @param file one line of JSON for each checkpoint; belongs elsewhere than the database
   * @param interval at least a second
   * @throws CheckpointsUnavailable if the key or the file cannot be used, or the key is gone; says
   *     what to do
   */
  public static Checkpoints open(
      Ledger ledger, Path keyFile, Path file, Duration interval, InstantSource clock) {
    if (interval.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException(
          "checkpoints every %s are too many; at least a second must pass".formatted(interval));
    }
    CheckpointLog log = new CheckpointLog(file, ledger.id().value());
    SigningKey key = key(keyFile, log);
    Checkpoints checkpoints = new Checkpoints(ledger, key, log, clock);
    checkpoints.sign();
    checkpoints.timer.scheduleWithFixedDelay(
        checkpoints::tick, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    return checkpoints;
  }

  private static SigningKey key(Path keyFile, CheckpointLog log) {
    if (!SigningKeyFile.isThere(keyFile)) {
      List<Checkpoint> signed = log.read();
      if (!signed.isEmpty()) {
        throw new CheckpointsUnavailable(
            "signing key file %s is missing, and %s holds checkpoints signed by key %s; restore the key from its backup, or move the checkpoints away to begin with a new key"
                .formatted(keyFile, log.file(), signed.getLast().keyId()));
      }
      SigningKeyFile.create(keyFile);
    }
    return SigningKeyFile.read(keyFile);
  }

  /**
   * Why the ledger is not the one that was signed, beginning with {@link #HISTORY_FORKED}; empty
   * while it is, as far as was seen when last compared.
   */
  public Optional<String> fork() {
    return fork;
  }

  /** The public key in its X.509 encoding. */
  public byte[] publicKey() {
    return key.publicKey();
  }

  /** The id of the key that signs here. */
  public String keyId() {
    return key.id();
  }

  /**
   * Compares the ledger with the last checkpoint, now.
   *
   * @return as {@link #fork}
   * @throws LedgerException.Unavailable if the database cannot be asked
   * @throws CheckpointsUnavailable if the file cannot be read
   */
  public synchronized Optional<String> compare() {
    Optional<String> found = newest().flatMap(this::difference);
    found.ifPresent(
        reason -> LOG.log(System.Logger.Level.ERROR, "{0} (checkpoints: {1})", reason, log.file()));
    if (found.isEmpty() && fork.isPresent()) {
      LOG.log(System.Logger.Level.INFO, "ledger {0} is again the one signed", ledger.id());
    }
    fork = found;
    return found;
  }

  /** The checkpoint with the highest position that is rightly signed. */
  public Optional<Checkpoint> newest() {
    return log.read().stream()
        .sorted(Comparator.comparingLong(Checkpoint::position).reversed())
        .filter(Checkpoint::rightlySigned)
        .findFirst();
  }

  /**
   * The checkpoints kept here, the last signed first.
   *
   * @param skip so many of them
   * @param most at most so many
   */
  public List<Checkpoint> list(int skip, int most) {
    return log.read().reversed().stream().skip(skip).limit(most).toList();
  }

  /**
   * Writes all lines of the file, as they are and in the order signed.
   *
   * @throws IOException if it cannot be read or written
   */
  public void copy(OutputStream target) throws IOException {
    log.copy(target);
  }

  /** What a walk up to a position, or to the head, must meet. */
  public Anchors anchors(long upTo) {
    return Anchors.of(log.read().stream().filter(one -> one.position() <= upTo).toList());
  }

  /**
   * The checkpoint at a position or the first one behind it; the head is signed for it if none lies
   * there yet. Empty when it cannot be signed.
   *
   * @throws LedgerException.Unavailable if the database cannot be asked
   */
  public Optional<Checkpoint> from(long position) {
    return first(position).or(() -> sign().filter(one -> one.position() >= position));
  }

  private Optional<Checkpoint> first(long position) {
    return log.read().stream()
        .filter(one -> one.position() >= position)
        .sorted(Comparator.comparingLong(Checkpoint::position))
        .filter(Checkpoint::rightlySigned)
        .findFirst();
  }

  /**
   * A checkpoint of the end of a batch, signed for it unless there is one. Empty when the history
   * is forked, also where nothing of it was signed, or it cannot be signed, which is logged.
   */
  public synchronized Optional<Checkpoint> of(Head end) {
    try {
      if (compare().isPresent() || hasForked()) {
        return Optional.empty();
      }
      Optional<Checkpoint> there = first(end.position()).filter(one -> isOf(one, end));
      return there.isPresent() || !leadsOn(end) ? there : Optional.of(signed(end));
    } catch (LedgerException | CheckpointsUnavailable e) {
      LOG.log(System.Logger.Level.ERROR, "no checkpoint was signed: " + e.getMessage(), e);
      return Optional.empty();
    }
  }

  /** Whether an older copy took the place of what was known here, signed or not. */
  private boolean hasForked() {
    ledger.forks();
    Optional<Fork> found = ledger.fork();
    found.ifPresent(
        it -> LOG.log(System.Logger.Level.ERROR, "no checkpoint is signed: {0}", it.message()));
    return found.isPresent();
  }

  /** A fault must not end the timer. */
  private void tick() {
    try {
      sign();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "no checkpoint was signed", e);
    }
  }

  /** Signs the head if it has moved; the checkpoint of the head, empty when there is none. */
  private Optional<Checkpoint> sign() {
    try {
      Head head = ledger.head();
      return head.position() == 0 && compare().isEmpty() ? Optional.empty() : of(head);
    } catch (LedgerException | CheckpointsUnavailable e) {
      LOG.log(System.Logger.Level.ERROR, "no checkpoint was signed: " + e.getMessage(), e);
      return Optional.empty();
    }
  }

  /** Whether what lies behind the end follows from it; the head is believed, it was compared. */
  private boolean leadsOn(Head end) {
    Head head = ledger.head();
    if (ledger.audit().leads(end, head, MOST_BETWEEN)) {
      return true;
    }
    LOG.log(
        System.Logger.Level.WARNING,
        "position {0} is not signed: the head at {1} does not follow from it, or lies more than {2}"
            + " batches on",
        end.position(),
        head.position(),
        MOST_BETWEEN);
    return false;
  }

  private Checkpoint signed(Head end) {
    Instant now = clock.instant();
    Checkpoint checkpoint = key.sign(ledger.id().value(), end, now);
    log.append(checkpoint);
    return checkpoint;
  }

  private static boolean isOf(Checkpoint checkpoint, Head end) {
    return checkpoint.position() == end.position()
        && Arrays.equals(checkpoint.chain(), end.chainHash());
  }

  private Optional<String> difference(Checkpoint last) {
    Head signed = new Head(last.position(), last.chain(), Micros.instant(last.signedAt()));
    if (ledger.stand(List.of(signed))) {
      return Optional.empty();
    }
    long head = ledger.head().position();
    String how =
        head < last.position()
            ? "ends at position %d, before it".formatted(head)
            : "has another chain hash there";
    return Optional.of(
        "%s: the checkpoint of position %d, signed %s, is not of this history: ledger %s %s; an older copy or a rewritten one took its place. Restore the right one, or, to go on with this one, move the checkpoints away"
            .formatted(
                HISTORY_FORKED,
                last.position(),
                Micros.instant(last.signedAt()),
                ledger.id(),
                how));
  }

  /** {@linkplain Ledger#drain Drains the ledger} and signs what it was left at, then stops. */
  public void drainAndClose() {
    stopTimer();
    ledger.drain();
    sign();
  }

  /** Signs the head once more, then stops. */
  @Override
  public void close() {
    stopTimer();
    sign();
  }

  private void stopTimer() {
    timer.shutdown();
    try {
      if (!timer.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
        timer.shutdownNow();
      }
    } catch (InterruptedException e) {
      timer.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
