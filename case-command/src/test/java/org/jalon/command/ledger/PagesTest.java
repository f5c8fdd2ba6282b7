package org.jalon.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jalon.command.ledger.Appends.ANA;
import static org.jalon.command.ledger.Appends.BEN;
import static org.jalon.command.ledger.Appends.append;
import static org.jalon.command.ledger.Appends.appendIfNone;
import static org.jalon.command.ledger.Appends.event;
import static org.jalon.command.ledger.Appends.having;
import static org.jalon.command.ledger.Appends.sealed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Long texts make short pages, and nothing is lost between them. */
class PagesTest {

  private static final String LONG = "x".repeat(3 * 1024 * 1024);

  private final TestLedger database = new TestLedger();
  private final Ledger ledger = database.open();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aPageEndsWithTheEventThatReachesEightMebibytes() {
    fiveLongOnes();

    assertThat(ledger.read(0, 1_000)).extracting(StoredEvent::position).containsExactly(1L, 2L, 3L);
    assertThat(ledger.read(3, 1_000)).extracting(StoredEvent::position).containsExactly(4L, 5L);
    assertThat(ledger.read(0, 2)).hasSize(2);
  }

  @Test
  void anEventBeyondThePagesBytesIsAPageOfItsOwn() {
    append(ledger, sealed("Long", "x".repeat(9 * 1024 * 1024), ANA), event("Short", ANA));

    assertThat(ledger.read(0, 1_000)).extracting(StoredEvent::name).containsExactly("Long");
    assertThat(ledger.read(1, 1_000)).extracting(StoredEvent::name).containsExactly("Short");
  }

  @Test
  void whatMatchesIsPagedAlikeAndTheLastPageIsKnown() {
    fiveLongOnes();
    List<StoredEvent> all = new ArrayList<>();

    EventTable.Page page = ledger.matching(List.of(having(ANA)), 0, 5, 1_000);
    assertThat(page.events()).hasSize(3);
    while (!page.last()) {
      all.addAll(page.events());
      page = ledger.matching(List.of(having(ANA)), all.getLast().position(), 5, 1_000);
    }
    all.addAll(page.events());

    assertThat(all).extracting(StoredEvent::position).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void aConflictBehindALongPageIsFound() {
    fiveLongOnes();
    append(ledger, event("Last", ANA, BEN));
    Ledger small = database.open(LedgerOptions.defaults().withWindowEvents(1));
    append(small, event("Other"), event("Another"));

    assertThat(appendIfNone(small, 1, having(ANA, BEN), event("Never"))).isEmpty();
    assertThat(appendIfNone(small, 1, having(Set.of("Last"), ANA), event("Never"))).isEmpty();
    assertThat(appendIfNone(small, 6, having(ANA), event("Allowed"))).isPresent();
  }

  @Test
  void integrityAndExportPassLongPages() {
    fiveLongOnes();

    var export = new ByteArrayOutputStream();
    ledger.audit().export(1, Long.MAX_VALUE, false, export);

    assertThat(ledger.audit().integrity(1, Long.MAX_VALUE).verified()).isTrue();
    assertThat(export.toString(StandardCharsets.UTF_8).lines().filter(it -> it.contains("Told")))
        .hasSize(5);
  }

  private void fiveLongOnes() {
    for (int i = 0; i < 5; i++) {
      append(ledger, sealed("Told", LONG, ANA));
    }
  }
}
