package org.jalon.kernel.feed;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jalon.kernel.Actor;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.wire.EncodedEvent;
import org.jalon.kernel.wire.EventCatalog;
import org.jalon.kernel.wire.EventCodec;
import org.jalon.kernel.wire.KeyStore;
import org.jalon.kernel.wire.Stamp;

/** A ledger for tests, in memory: what is appended is encoded, sealed, chained and read back. */
public final class MemoryFeed implements EventFeed {

  private final LedgerId ledger;
  private final KeyStore keys;
  private final EventCodec codec = new EventCodec();
  private final List<Recorded> events = new ArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition appended = lock.newCondition();
  private volatile Instant now = Instant.parse("2026-01-01T08:00:00Z");
  private volatile boolean away;

  /**
   * @param keys seals the texts of case events
   */
  public MemoryFeed(LedgerId ledger, KeyStore keys) {
    this.ledger = ledger;
    this.keys = keys;
  }

  /** The moment at which what is appended from now on is recorded. */
  public MemoryFeed at(Instant moment) {
    now = moment;
    return this;
  }

  /** Records events of one day in one batch, for the local actor, each batch its own command. */
  public List<Recorded> append(EffectiveDay day, Event... batch) {
    return append(day, stamp(day), batch);
  }

  /** Records events of one day and command in one batch. */
  public List<Recorded> append(EffectiveDay day, Stamp stamp, Event... batch) {
    lock.lock();
    try {
      var drafts = new ArrayList<Recorded>();
      MessageDigest chain = sha256();
      chain.update(events.isEmpty() ? new byte[32] : events.getLast().chainHash());
      for (Event event : batch) {
        Recorded draft = draft(events.size() + drafts.size() + 1L, day, stamp, event);
        chain.update(ByteBuffer.allocate(Long.BYTES).putLong(draft.position()).array());
        chain.update(draft.stored().clear());
        drafts.add(draft);
      }
      byte[] hash = chain.digest();
      List<Recorded> recorded = drafts.stream().map(draft -> chained(draft, hash)).toList();
      events.addAll(recorded);
      appended.signalAll();
      return recorded;
    } finally {
      lock.unlock();
    }
  }

  /** Loses what was recorded after a position, as a ledger restored from an old backup would. */
  public void loseAfter(long position) {
    lock.lock();
    try {
      events.subList(Math.toIntExact(position), events.size()).clear();
    } finally {
      lock.unlock();
    }
  }

  /** Makes the ledger unreachable, or reachable again. */
  public void away(boolean unreachable) {
    away = unreachable;
  }

  @Override
  public LedgerId ledger() {
    return ledger;
  }

  @Override
  public List<Recorded> after(long position, int most, Duration patience)
      throws InterruptedException {
    long left = patience.toNanos();
    lock.lockInterruptibly();
    try {
      reachable();
      while (events.size() <= position && left > 0) {
        left = appended.awaitNanos(left);
      }
      int from = Math.toIntExact(Math.min(position, events.size()));
      return List.copyOf(events.subList(from, Math.min(from + most, events.size())));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long head() {
    lock.lock();
    try {
      reachable();
      return events.size();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<byte[]> chainHashAt(long position) {
    lock.lock();
    try {
      reachable();
      return position >= 1 && position <= events.size()
          ? Optional.of(events.get(Math.toIntExact(position - 1)).chainHash())
          : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** A stamp of a command of its own, for the local actor. */
  public static Stamp stamp(EffectiveDay day) {
    return new Stamp(UUID.randomUUID(), "Test", "none", Actor.LOCAL, day.toString(), null, null);
  }

  private Recorded draft(long position, EffectiveDay day, Stamp stamp, Event event) {
    UUID eventId = UUID.randomUUID();
    EncodedEvent stored = encoded(event, eventId);
    Event asRead = codec.decode(stored.name().at(ledger, eventId), stored.clear(), stored.sealed());
    List<String> tags = Event.caseOf(event).map(id -> List.of("case:" + id)).orElse(List.of());
    return new Recorded(position, day, now, eventId, tags, stamp, asRead, stored, new byte[0]);
  }

  private EncodedEvent encoded(Event event, UUID eventId) {
    return codec.encode(event, EventCatalog.nameOf(event).at(ledger, eventId), keys);
  }

  private static Recorded chained(Recorded draft, byte[] hash) {
    return new Recorded(
        draft.position(),
        draft.day(),
        draft.recordedAt(),
        draft.eventId(),
        draft.tags(),
        draft.stamp(),
        draft.event(),
        draft.stored(),
        hash);
  }

  private void reachable() {
    if (away) {
      throw new FeedUnavailable("the test took the ledger away", new IllegalStateException());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
