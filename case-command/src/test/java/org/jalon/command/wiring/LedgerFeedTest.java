package org.jalon.command.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jalon.command.ledger.LedgerOptions;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.event.AdhesionGiven;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.feed.EventFeed;
import org.jalon.kernel.feed.StoredFeedContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerFeedTest extends StoredFeedContract {

  private final OpenLedger open = new OpenLedger(LedgerOptions.defaults());
  private final LedgerFeed feed = new LedgerFeed(open.ledger());

  @AfterEach
  void close() {
    open.close();
  }

  @Override
  protected EventFeed feed() {
    return feed;
  }

  @Override
  protected void record(Event... batch) throws Exception {
    open.record(batch);
  }

  @Override
  protected void recordUnknown() throws Exception {
    open.recordUnknown();
  }

  @Test
  void what_the_database_has_lost_is_waited_for_and_its_hash_is_not_remembered() throws Exception {
    Duration patience = Duration.ofMillis(300);
    record(new AdhesionGiven(new CaseId("kept")));
    record(new AdhesionGiven(new CaseId("lost")));
    open.loseAfter(1);
    long before = System.nanoTime();

    assertThat(feed.after(1, 10, patience)).isEmpty();

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(patience);
    assertThat(feed.chainHashAt(2)).isEmpty();
    assertThat(feed.after(0, 10, patience)).hasSize(1);
  }

  @Test
  void of_two_forks_the_later_is_where_what_was_read_since_differs() throws Exception {
    for (int i = 1; i <= 3; i++) {
      record(new AdhesionGiven(new CaseId("kept-" + i)));
    }
    open.loseAfter(1);
    assertThat(feed.firstDiffering()).hasValue(2);
    for (int i = 2; i <= 5; i++) {
      record(new AdhesionGiven(new CaseId("other-" + i)));
    }
    open.loseAfter(3);

    assertThat(feed.firstDiffering()).hasValue(4);
    assertThat(open.ledger().fork().orElseThrow().first()).isEqualTo(2);
  }
}
