package org.jalon.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jalon.command.ledger.Appends.ANA;
import static org.jalon.command.ledger.Appends.BEN;
import static org.jalon.command.ledger.Appends.append;
import static org.jalon.command.ledger.Appends.event;
import static org.jalon.command.ledger.Appends.sealed;

import org.jalon.command.ledger.chain.Integrity;
import org.jalon.kernel.LedgerId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A changed, removed or added row of any table is found, and the first bad position named. */
class IntegrityTest {

  private final TestLedger database = new TestLedger();
  private Ledger ledger = database.open();

  @BeforeEach
  void threeBatches() {
    append(ledger, event("Opened", ANA), sealed("Told", "geheim", ANA));
    append(ledger, event("Assigned", ANA, BEN), event("Planned", BEN), event("Started", BEN));
    append(ledger, sealed("Ended", "privat", ANA));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatNobodyTouchedIsVerified() {
    Integrity integrity = ledger.audit().integrity(1, Long.MAX_VALUE);

    assertThat(integrity.verified()).as(integrity.reason()).isTrue();
    assertThat(integrity.from()).isEqualTo(1);
    assertThat(integrity.to()).isEqualTo(6);
    assertThat(integrity.firstBadPosition()).isNull();
    assertThat(integrity.head().chainHash()).isEqualTo(ledger.head().chainHash());
  }

  @Test
  void anEmptyLedgerIsVerified() {
    try (TestLedger fresh = new TestLedger()) {
      assertThat(fresh.open().audit().integrity(1, Long.MAX_VALUE).verified()).isTrue();
    }
  }

  @Test
  void aRangeIsWidenedToItsBatches() {
    Integrity integrity = ledger.audit().integrity(4, 4);

    assertThat(integrity.verified()).isTrue();
    assertThat(integrity.from()).isEqualTo(3);
    assertThat(integrity.to()).isEqualTo(5);
    assertThatThrownBy(() -> ledger.audit().integrity(0, 4)).hasMessageContaining("0 to 4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type = 'Planned#2'",
        "effective_day = effective_day + 1",
        "event_id = '01890a5d-ac96-774b-bcce-b302099a8057'",
        "tags = set_byte(tags, 8, 120)",
        "metadata = set_byte(metadata, 2, 120)",
        "payload = set_byte(payload, 0, 120)",
        "sealed_hash = sha256('x')"
      })
  void aChangedEventIsNamed(String change) throws Exception {
    database.alter("UPDATE event SET %s WHERE position = 4".formatted(change));

    assertBadFrom(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE event SET recorded_at = recorded_at + interval '1us' WHERE position = 4 | 4",
        "UPDATE event SET sealed = 'x' WHERE position = 2 | 2",
        "UPDATE event SET sealed = 'x' WHERE position = 4 | 4",
        "DELETE FROM event WHERE position = 4 | 4",
        "DELETE FROM event WHERE position = 6 | 6",
        "INSERT INTO event SELECT 7, type, effective_day, recorded_at, event_id, tags, metadata,"
            + " payload FROM event WHERE position = 1 | 7",
        "UPDATE event_tag SET tag = tag + 1 WHERE position = 4 | 4",
        "UPDATE event_tag SET type = type + 1 WHERE position = 5 | 5",
        "DELETE FROM event_tag WHERE position = 5 | 5",
        "INSERT INTO event_tag VALUES (1, 4, 1) | 4",
        "INSERT INTO event_tag VALUES (1, 9, 1) | 7",
        "UPDATE batch SET merkle_root = sha256('x') WHERE first_position = 3 | 3",
        "UPDATE batch SET chain_hash = sha256('x') WHERE first_position = 3 | 3",
        "UPDATE batch SET recorded_at = recorded_at + interval '1us' WHERE first_position = 3 | 3",
        "UPDATE batch SET last_position = 4 WHERE first_position = 3 | 3",
        "DELETE FROM batch WHERE first_position = 3 | 3",
        "DELETE FROM batch WHERE first_position = 6 | 6",
        "UPDATE batch SET merkle_root = 'x' WHERE first_position = 0 | 0",
        "UPDATE batch SET chain_hash = 'x' WHERE first_position = 0 | 0"
      })
  void aChangedRowIsFoundAtItsPosition(String change, long position) throws Exception {
    database.alter(change);

    assertBadFrom(position);
  }

  @Test
  void removedSealedBytesBreakNothing() throws Exception {
    database.alter("UPDATE event SET sealed = NULL WHERE position = 2");

    assertThat(ledger.audit().integrity(1, Long.MAX_VALUE).verified()).isTrue();
  }

  @Test
  void theLedgersRoleCanNeitherChangeNorRemove() throws Exception {
    try (var connection = database.pool().getConnection();
        var statement = connection.createStatement()) {
      for (String table : new String[] {"event", "event_tag", "batch"}) {
        assertThatThrownBy(() -> statement.execute("DELETE FROM " + table))
            .hasMessageContaining("permission denied");
      }
      assertThatThrownBy(() -> statement.execute("UPDATE event SET payload = ''"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void tablesOfAnotherLedgerAreNotOpened() {
    assertThatThrownBy(
            () ->
                Ledger.open(
                    database.pool(),
                    new LedgerId("other"),
                    PayloadFormat.bytes(),
                    LedgerOptions.defaults()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("another ledger than 'other'");
  }

  private void assertBadFrom(long position) {
    Integrity integrity = ledger.audit().integrity(1, Long.MAX_VALUE);
    assertThat(integrity.verified()).isFalse();
    assertThat(integrity.firstBadPosition()).as(integrity.reason()).isEqualTo(position);
  }
}
