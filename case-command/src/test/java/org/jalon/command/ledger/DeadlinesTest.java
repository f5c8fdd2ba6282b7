package org.jalon.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.jalon.command.ledger.Appends.event;
import static org.jalon.command.ledger.Appends.get;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every request watched comes to an end, and none is held longer. */
class DeadlinesTest {

  private final Queue<AppendRequest> expired = new ConcurrentLinkedQueue<>();
  private final Deadlines deadlines = new Deadlines(expired::add, () -> {});

  @AfterEach
  void close() {
    deadlines.close("the test is over");
  }

  @Test
  void whatIsDoneIsNotHeldThoughAnOlderOneIsOpen() {
    AppendRequest older = request(Duration.ofMinutes(1));
    AppendRequest done = request(Duration.ofMinutes(1));
    deadlines.watch(older);
    deadlines.watch(done);

    done.appended(7, Runnable::run);

    assertThat(get(done.outcome())).hasValue(7);
    assertThat(deadlines.watched()).isEqualTo(1);
  }

  @Test
  void whatComesToItsDeadlineIsEndedAndTold() {
    deadlines.start();
    AppendRequest late = request(Duration.ofMillis(1));

    deadlines.watch(late);

    assertThatThrownBy(() -> get(late.outcome())).isInstanceOf(LedgerException.Busy.class);
    await().atMost(Duration.ofSeconds(5)).until(() -> expired.contains(late));
  }

  @Test
  void closingEndsWhatIsOpenByWhatIsKnownAndWatchesNoMore() {
    AppendRequest waiting = request(Duration.ofMinutes(1));
    AppendRequest sent = request(Duration.ofMinutes(1));
    sent.claim();
    deadlines.watch(waiting);
    deadlines.watch(sent);

    deadlines.close("closed");

    assertThatThrownBy(() -> get(waiting.outcome()))
        .isInstanceOf(LedgerException.Unavailable.class)
        .hasMessageContaining("closed; nothing was appended");
    assertThatThrownBy(() -> get(sent.outcome()))
        .isInstanceOf(LedgerException.OutcomeUnknown.class);
    assertThat(deadlines.watch(request(Duration.ofMinutes(1)))).isFalse();
  }

  private static AppendRequest request(Duration deadline) {
    return new AppendRequest(
        List.of(event("Opened")),
        List.of(),
        0,
        System.nanoTime() + deadline.toNanos(),
        Runnable::run);
  }
}
