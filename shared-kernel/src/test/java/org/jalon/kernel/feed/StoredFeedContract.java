package org.jalon.kernel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.event.AdhesionGiven;
import org.jalon.kernel.wire.UnknownEvent;
import org.junit.jupiter.api.Test;

/** What feeds promise besides that read stored bytes, which may be those of a newer program. */
public abstract class StoredFeedContract extends EventFeedContract {

  private static final Duration LONG = Duration.ofSeconds(30);

  /** For those who extend it. */
  protected StoredFeedContract() {}

  /** Records one event of a name that is not known here. */
  protected abstract void recordUnknown() throws Exception;

  @Test
  void an_unknown_event_is_told_of_once_everything_before_it_was_read() throws Exception {
    record(new AdhesionGiven(new CaseId("c-1")), new AdhesionGiven(new CaseId("c-2")));
    recordUnknown();
    record(new AdhesionGiven(new CaseId("c-3")));

    assertThat(read(0, 2)).extracting(Recorded::position).containsExactly(1L, 2L);
    for (int i = 0; i < 2; i++) {
      assertThatExceptionOfType(UnknownEvent.class)
          .isThrownBy(() -> feed().after(2, 10, LONG))
          .withMessageContaining("FromTheFuture");
    }
    assertThat(read(3, 4)).extracting(Recorded::position).containsExactly(4L);
    assertThat(feed().head()).isEqualTo(4);
  }
}
