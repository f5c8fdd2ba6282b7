package org.jalon.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jalon.command.ledger.Appends.ANA;
import static org.jalon.command.ledger.Appends.append;
import static org.jalon.command.ledger.Appends.event;
import static org.jalon.command.ledger.Appends.sealed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several read at once, and what they read is taken in order. */
class ReplayTest {

  private static final long EVENTS = 5L * Replay.STRETCH + 7;

  private final List<Thread> threads = new ArrayList<>();
  private final ThreadFactory factory =
      task -> {
        Thread thread = Thread.ofVirtual().unstarted(task);
        threads.add(thread);
        return thread;
      };

  @AfterEach
  void everyThreadHasEnded() {
    assertThat(threads).noneMatch(Thread::isAlive);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void everyEventComesOnceAndInOrder(int connections) throws Exception {
    try (var replay = new Replay(ReplayTest::page, 3, EVENTS, connections, factory)) {
      assertThat(taken(replay)).isEqualTo(LongStream.rangeClosed(4, EVENTS).boxed().toList());
      assertThat(replay.next()).isEmpty();
    }
  }

  @Test
  void nobodyReadsFarAheadOfWhatIsTaken() throws Exception {
    var read = new AtomicLong();
    Replay.Pages counted =
        (after, most) -> {
          List<StoredEvent> page = page(after, most);
          read.addAndGet(page.size());
          return page;
        };
    try (var replay = new Replay(counted, 0, 1_000_000_000, 2, factory)) {
      long taken = 0;
      for (int i = 0; i < 50; i++) {
        taken += replay.next().size();
        assertThat(read.get() - taken).isLessThanOrEqualTo(4L * Replay.STRETCH);
      }
    }
  }

  @Test
  void aFailureIsToldInItsPlaceAndEndsAll() throws Exception {
    Replay.Pages failing =
        (after, most) -> {
          if (after >= 2 * Replay.STRETCH) {
            throw new LedgerException.Unavailable("away", null);
          }
          return page(after, most);
        };
    var replay = new Replay(failing, 0, EVENTS, 3, factory);
    long last = 0;
    for (int i = 0; last < 2 * Replay.STRETCH; i++) {
      last = replay.next().getLast().position();
    }

    assertThatThrownBy(replay::next).isInstanceOf(LedgerException.Unavailable.class);
    assertThat(replay.next()).isEmpty();
  }

  @Test
  void anInterruptedTakerEndsAll() {
    Replay.Pages stuck =
        (_, _) -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          throw new LedgerException.Unavailable("interrupted", null);
        };
    var replay = new Replay(stuck, 0, EVENTS, 2, factory);
    Thread.currentThread().interrupt();

    assertThatThrownBy(replay::next).isInstanceOf(InterruptedException.class);
  }

  @Test
  void aLedgerIsReplayedUpToItsHead() throws Exception {
    try (var database = new TestLedger()) {
      Ledger ledger = database.open();
      for (int i = 0; i < 5; i++) {
        append(ledger, event("Opened", ANA), sealed("Told", "x".repeat(3 * 1024 * 1024), ANA));
      }
      try (var replay = ledger.replay(0, Long.MAX_VALUE, 2)) {
        assertThat(taken(replay)).isEqualTo(LongStream.rangeClosed(1, 10).boxed().toList());
      }
      try (var replay = ledger.replay(10, Long.MAX_VALUE, 2)) {
        assertThat(replay.next()).isEmpty();
      }
      assertThatThrownBy(() -> ledger.replay(0, 1, 9)).hasMessageContaining("9 connections");
    }
  }

  private static List<Long> taken(Replay replay) throws InterruptedException {
    List<Long> taken = new ArrayList<>();
    for (var page = replay.next(); !page.isEmpty(); page = replay.next()) {
      page.forEach(event -> taken.add(event.position()));
    }
    return taken;
  }

  /** At most ten thousand, as if they were long. */
  private static List<StoredEvent> page(long after, int most) {
    return LongStream.rangeClosed(after + 1, after + Math.min(most, 10_000))
        .mapToObj(ReplayTest::stored)
        .toList();
  }

  private static StoredEvent stored(long position) {
    return new StoredEvent(
        position,
        "Opened",
        "1",
        LocalDate.EPOCH,
        Instant.EPOCH,
        new UUID(0, position),
        List.of(),
        Map.of(),
        new byte[0],
        null,
        new byte[0]);
  }
}
