package org.jalon.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jalon.command.ledger.Appends.ANA;
import static org.jalon.command.ledger.Appends.append;
import static org.jalon.command.ledger.Appends.event;
import static org.jalon.command.ledger.Appends.sealed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.jalon.command.ledger.chain.Chain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a feed in the same process reads and waits for. */
class FollowingTest {

  private final TestLedger database = new TestLedger();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void anEmptyLedgerEndsAtItsGenesis() {
    Ledger ledger = database.open();

    assertThat(ledger.head().position()).isZero();
    assertThat(ledger.head().chainHash()).isEqualTo(Chain.genesis(database.id().value()));
    assertThat(ledger.read(0, 10)).isEmpty();
  }

  @Test
  void eventsAreReadAsStoredWithTheirBatchsChainHash() {
    Ledger ledger = database.open();
    append(ledger, event("Opened", ANA), sealed("Told", "geheim", ANA));
    byte[] first = ledger.head().chainHash();
    append(ledger, event("Closed", ANA));

    assertThat(ledger.read(0, 2)).extracting(StoredEvent::chainHash).containsExactly(first, first);
    assertThat(ledger.read(2, 2).getFirst().chainHash()).isEqualTo(ledger.head().chainHash());
    StoredEvent told = ledger.read(1, 1).getFirst();
    assertThat(told.position()).isEqualTo(2);
    assertThat(told.name()).isEqualTo("Told");
    assertThat(told.version()).isEqualTo("1");
    assertThat(told.effectiveDay()).isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(told.tags()).containsExactly(ANA);
    assertThat(told.metadata()).isEqualTo(Map.of("actor", "local"));
    assertThat(told.clear()).asString(StandardCharsets.UTF_8).isEqualTo("about Told");
    assertThat(told.sealed()).asString(StandardCharsets.UTF_8).isEqualTo("geheim");
    assertThat(ledger.read(0, 1).getFirst().sealed()).isNull();
  }

  @Test
  void waitingEndsWithANewPositionOrWithTime() throws Exception {
    Ledger here = database.open();
    Ledger there = database.open();

    assertThat(here.awaitBeyond(0, Duration.ofMillis(20))).isZero();
    append(here, event("Opened", ANA));
    assertThat(here.awaitBeyond(0, Duration.ofSeconds(5))).isEqualTo(1);
    assertThat(there.awaitBeyond(0, Duration.ofSeconds(5))).isEqualTo(1);
  }

  @Test
  void absurdReadsAreRefused() {
    Ledger ledger = database.open();

    assertThatThrownBy(() -> ledger.read(-1, 10)).hasMessageContaining("after -1");
    assertThatThrownBy(() -> ledger.read(0, 0)).hasMessageContaining("read 0 events");
    assertThatThrownBy(() -> ledger.read(0, 100_001)).hasMessageContaining("100001");
  }
}
