package org.jalon.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.jalon.command.ledger.Appends.ANA;
import static org.jalon.command.ledger.Appends.append;
import static org.jalon.command.ledger.Appends.appendIfNone;
import static org.jalon.command.ledger.Appends.event;
import static org.jalon.command.ledger.Appends.having;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Partitions are there before the first event that needs them. */
class PartitionsTest {

  private static final long LAST_OF_FIRST = 19_999_999;

  private final TestLedger database = new TestLedger();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void appendsGoOverTheEdgeOfAPartition() throws Exception {
    database.alter(
        """
        INSERT INTO batch VALUES (1, %d, sha256('a'), sha256('b'), now() - interval '1 hour')
        """
            .formatted(LAST_OF_FIRST - 1));
    Ledger ledger = database.open();
    await()
        .atMost(Duration.ofSeconds(5))
        .until(
            () -> database.ask("SELECT to_regclass('event_tag_000001') IS NOT NULL").equals("t"));

    append(ledger, event("Last", ANA), event("First", ANA), event("Second", ANA));

    assertThat(ledger.read(LAST_OF_FIRST - 1, 10))
        .extracting(StoredEvent::position)
        .containsExactly(LAST_OF_FIRST, LAST_OF_FIRST + 1, LAST_OF_FIRST + 2);
    assertThat(database.ask("SELECT count(*) FROM event_000001")).isEqualTo("2");
    assertThat(appendIfNone(ledger, LAST_OF_FIRST, having(ANA), event("Late"))).isEmpty();
    assertThat(ledger.integrity(LAST_OF_FIRST, Long.MAX_VALUE).verified()).isTrue();
  }

  @Test
  void attachedPartitionsHaveTheParentsIndexesAndNothingElse() throws Exception {
    assertThat(database.ask("SELECT ensure_partitions(25000000)")).isEqualTo("39999999");
    assertThat(
            database.ask(
                "SELECT string_agg(inhparent::regclass::text, ',' ORDER BY"
                    + " inhparent::regclass::text) FROM pg_index LEFT JOIN pg_inherits ON inhrelid"
                    + " = indexrelid WHERE indrelid = 'event_tag_000001'::regclass"))
        .isEqualTo("event_tag_position,event_tag_tag_position");
    assertThat(
            database.ask(
                "SELECT string_agg(conname, ',') FROM pg_constraint"
                    + " WHERE conrelid = 'event_000001'::regclass AND contype <> 'n'"))
        .isEqualTo("event_000001_pkey");
  }

  @Test
  void nobodyMakesThemFarAhead() {
    assertThatThrownBy(() -> database.ask("SELECT ensure_partitions(90000000)"))
        .hasMessageContaining("is not within 40000000 of the head 0");
  }
}
