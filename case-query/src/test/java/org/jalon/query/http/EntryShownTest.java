package org.jalon.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.jalon.query.Facts.*;

import java.time.LocalDate;
import java.util.List;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.feed.MemoryFeed;
import org.jalon.kernel.feed.Recorded;
import org.jalon.kernel.wire.EncodedEvent;
import org.jalon.kernel.wire.MemoryKeys;
import org.jalon.query.journal.Corrections;
import org.jalon.query.journal.Entry;
import org.junit.jupiter.api.Test;

final class EntryShownTest {

  private final MemoryKeys keys = new MemoryKeys();
  private final MemoryFeed feed = new MemoryFeed(LedgerId.MAIN, keys);

  @Test
  void texts_left_out_of_this_copy_are_withheld_and_need_no_key() {
    Recorded recorded =
        feed.append(march(3), objective(CASE, LocalDate.of(2026, 6, 30))).getFirst();
    Entry bare =
        new Entry(
            CASE,
            recorded.position(),
            recorded.day(),
            recorded.recordedAt(),
            recorded.stored().name().at(LedgerId.MAIN, recorded.eventId()),
            recorded.stamp(),
            recorded.event(),
            new EncodedEvent(recorded.stored().name(), recorded.stored().clear(), null),
            recorded.chainHash());

    var row =
        new EntryShown(bare, new Texts(keys, List.of(bare), Corrections.NONE), Corrections.NONE)
            .row();

    assertThat(row.data())
        .contains(
            entry("text", new ShownText.Withheld(true)),
            entry("criteria", List.of(new ShownText.Withheld(true), new ShownText.Withheld(true))));
    assertThat(keys.questions()).isZero();
  }
}
