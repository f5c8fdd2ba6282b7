package org.jalon.command.wiring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jalon.command.ledger.EventTag;
import org.jalon.command.ledger.Fork;
import org.jalon.command.ledger.Ledger;
import org.jalon.command.ledger.LedgerException;
import org.jalon.command.ledger.StoredEvent;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.feed.EventFeed;
import org.jalon.kernel.feed.FeedUnavailable;
import org.jalon.kernel.feed.Recorded;
import org.jalon.kernel.wire.EncodedEvent;
import org.jalon.kernel.wire.EventCodec;
import org.jalon.kernel.wire.EventName;
import org.jalon.kernel.wire.Stamp;
import org.jalon.kernel.wire.UnknownEvent;

/** The feed of readers in the same process: straight from the ledger. */
public final class LedgerFeed implements EventFeed {

  private final Ledger ledger;
  private final EventCodec codec = new EventCodec();

  /** A feed of one ledger. */
  public LedgerFeed(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public LedgerId ledger() {
    return ledger.id();
  }

  @Override
  public List<Recorded> after(long position, int most, Duration patience)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    try {
      if (ledger.awaitBeyond(position, patience) <= position) {
        return List.of();
      }
      List<StoredEvent> stored = ledger.read(position, most);
      if (stored.isEmpty()) {
        waitUntil(end);
      }
      return decoded(stored);
    } catch (LedgerException e) {
      throw away(e);
    }
  }

  @Override
  public long head() {
    try {
      return ledger.head().position();
    } catch (LedgerException e) {
      throw away(e);
    }
  }

  @Override
  public Optional<byte[]> chainHashAt(long position) {
    try {
      return ledger.chainHashAt(position);
    } catch (LedgerException e) {
      throw away(e);
    }
  }

  @Override
  public OptionalLong firstDiffering() {
    try {
      ledger.forks();
      return ledger.latestFork().filter(Fork::exact).stream().mapToLong(Fork::first).findFirst();
    } catch (LedgerException e) {
      throw away(e);
    }
  }

  /** The database has lost what the ledger knows of; whoever asks again at once would only spin. */
  private static void waitUntil(long end) throws InterruptedException {
    Thread.sleep(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
  }

  /** Stops before an event that is not known here, unless it is the first. */
  private List<Recorded> decoded(List<StoredEvent> stored) {
    List<Recorded> recorded = new ArrayList<>(stored.size());
    for (StoredEvent event : stored) {
      try {
        recorded.add(decoded(event));
      } catch (UnknownEvent e) {
        if (recorded.isEmpty()) {
          throw e;
        }
        return recorded;
      }
    }
    return recorded;
  }

  private Recorded decoded(StoredEvent event) {
    var name = new EventName(event.name(), Integer.parseInt(event.version()));
    return new Recorded(
        event.position(),
        new EffectiveDay(event.effectiveDay()),
        event.recordedAt(),
        event.eventId(),
        event.tags().stream().map(LedgerFeed::text).toList(),
        Stamp.of(event.metadata()),
        codec.decode(name.at(ledger.id(), event.eventId()), event.clear(), event.sealed()),
        new EncodedEvent(name, event.clear(), event.sealed()),
        event.chainHash());
  }

  private static String text(EventTag tag) {
    return tag.key() + ":" + tag.value();
  }

  private static FeedUnavailable away(LedgerException e) {
    return new FeedUnavailable("the ledger cannot be read: " + e.getMessage(), e);
  }
}
