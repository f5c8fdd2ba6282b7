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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Partitions are there before the first event that needs them. */
class PartitionsTest {

  private static final Duration SOON = Duration.ofSeconds(10);
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
    assertThat(ledger.audit().integrity(LAST_OF_FIRST, Long.MAX_VALUE).verified()).isTrue();
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

  @Test
  void aSmallLedgerHasPartitionsOfTheWidthThatIsSet() throws Exception {
    database.makePartitionsOf(1_000);
    Ledger ledger = database.open();
    for (int i = 0; i < 130; i++) {
      await()
          .ignoreExceptionsInstanceOf(LedgerException.Unavailable.class)
          .until(
              () ->
                  append(
                          ledger,
                          Collections.nCopies(100, event("Noted", ANA)).toArray(StagedEvent[]::new))
                      .isPresent());
    }

    assertThat(
            database.ask(
                "SELECT count(DISTINCT last_position - first_position) || ' '"
                    + " || bool_and(parent <> 'event' OR last_position % 1000 = 999)"
                    + " || ' ' || max(last_position) FROM partition"))
        .startsWith("1 true ");
    assertThat(database.ask("SELECT count(*) FROM event_tag_000012")).isEqualTo("1000");
    assertThat(ledger.audit().integrity(1, Long.MAX_VALUE).verified()).isTrue();
    await().atMost(Duration.ofSeconds(10)).until(() -> partitions() >= 23);
    assertThat(ledger.shortage()).isEmpty();
  }

  @Test
  void aTransactionThatHasReadTheTablesKeepsNobodyFromMakingAPartitionNorFromWriting()
      throws Exception {
    database.makePartitionsOf(1_000);
    try (var foreign = database.superuser().getConnection()) {
      foreign.setAutoCommit(false);
      foreign
          .createStatement()
          .execute("SELECT count(*) FROM %1$s.event, %1$s.event_tag".formatted(database.schema()));
      Ledger ledger = database.open();
      long before = partitions();

      for (int i = 0; i < 30; i++) {
        append(ledger, Collections.nCopies(100, event("Noted", ANA)).toArray(StagedEvent[]::new));
      }

      await().atMost(Duration.ofSeconds(10)).until(() -> partitions() >= before + 2);
      assertThat(ledger.shortage()).isEmpty();
    }
  }

  @Test
  void whatKeepsFromMakingAPartitionIsShownAndTriedAgainWhileWritingGoesOn() throws Exception {
    database.makePartitionsOf(1_000);
    try (var foreign = database.superuser().getConnection()) {
      foreign.setAutoCommit(false);
      foreign
          .createStatement()
          .execute(
              "LOCK TABLE %s.event IN SHARE UPDATE EXCLUSIVE MODE".formatted(database.schema()));
      Ledger ledger = database.open();
      for (int i = 0; i < 12; i++) {
        append(ledger, Collections.nCopies(100, event("Noted", ANA)).toArray(StagedEvent[]::new));
      }
      await().atMost(Duration.ofSeconds(10)).until(() -> ledger.shortage().isPresent());
      assertThat(ledger.shortage().orElseThrow())
          .contains("reach position 10999")
          .contains("lock timeout");
      assertThat(append(ledger, event("Noted", ANA))).isPresent();

      foreign.rollback();

      await().atMost(Duration.ofSeconds(20)).until(() -> ledger.shortage().isEmpty());
      assertThat(partitions()).isGreaterThan(11);
    }
  }

  @Test
  void withoutRoomAppendsAreRefusedAsUnavailableAndNothingIsLost() throws Exception {
    database.makePartitionsOf(1_000);
    database.alter("ALTER TABLE partitioning RENAME TO gone");
    Ledger ledger = database.open();
    database.alter("DROP TABLE event_000001, event_tag_000001");
    assertThat(ledger.shortage().orElseThrow()).contains("is not known");
    append(ledger, Collections.nCopies(990, event("Noted", ANA)).toArray(StagedEvent[]::new));

    StagedEvent[] twenty = Collections.nCopies(20, event("Noted", ANA)).toArray(StagedEvent[]::new);
    assertThatThrownBy(() -> append(ledger, twenty))
        .isInstanceOf(LedgerException.Unavailable.class)
        .rootCause()
        .hasMessageContaining("no partition of relation \"event\" found for row");
    assertThat(append(ledger, event("Fits"))).hasValue(991);

    assertThat(ledger.audit().integrity(1, Long.MAX_VALUE).verified()).isTrue();
  }

  @Test
  void aPositionKnownToHaveNoRoomIsRefusedWithTheReason() throws Exception {
    database.makePartitionsOf(1_000);
    Ledger ledger = database.open();

    assertThatThrownBy(
            () ->
                append(
                    ledger,
                    Collections.nCopies(11_500, event("Noted", ANA)).toArray(StagedEvent[]::new)))
        .isInstanceOf(LedgerException.Unavailable.class)
        .hasMessageContaining("no partition has room for position 11500");
    assertThat(ledger.head().position()).isZero();
    assertThat(append(ledger, event("Noted", ANA))).hasValue(1);
  }

  @Test
  void whatAFailoverLostOfThePartitionsIsMadeAgainWhenItIsMissed() throws Exception {
    database.makePartitionsOf(1_000);
    Ledger ledger = database.open();
    append(ledger, many(990));
    loseAllPartitionsButTheFirst();

    assertThatThrownBy(() -> append(ledger, many(20)))
        .isInstanceOf(LedgerException.Unavailable.class);

    await().atMost(SOON).until(() -> partitions() >= 11);
    assertThat(append(ledger, many(20))).hasValue(1_010);
    assertThat(ledger.audit().integrity(1, Long.MAX_VALUE).verified()).isTrue();
  }

  @Test
  void anAppendInDoubtForWhichThereIsNoRoomAnyMoreDoesNotKeepTheOthersWaiting() throws Exception {
    database.makePartitionsOf(1_000);
    var source = new LostAnswers(database.pool());
    try (Ledger ledger =
        Ledger.open(source, database.id(), PayloadFormat.bytes(), LedgerOptions.defaults())) {
      append(ledger, many(990));
      loseAllPartitionsButTheFirst();
      source.loseNext(1);

      assertThatThrownBy(() -> append(ledger, many(20)))
          .isInstanceOf(LedgerException.Unavailable.class);

      assertThat(source.stillToLose()).isZero();
      await().atMost(SOON).until(() -> partitions() >= 11);
      assertThat(append(ledger, many(20))).hasValue(1_010);
    }
  }

  @Test
  void whereHistoryWentBackPartitionsAreMadeBeforeAnybodyMissesThem() throws Exception {
    database.makePartitionsOf(1_000);
    Ledger ledger = database.open();
    append(ledger, event("Kept"));
    append(ledger, event("Lost"));
    loseAllPartitionsButTheFirst();

    database.alter("DELETE FROM event_tag WHERE position > 1");
    database.alter("DELETE FROM event WHERE position > 1");
    database.alter("DELETE FROM batch WHERE first_position > 1");

    await().atMost(SOON).until(() -> ledger.fork().isPresent());
    await().atMost(SOON).until(() -> partitions() >= 11);
    assertThat(ledger.shortage()).isEmpty();
  }

  private void loseAllPartitionsButTheFirst() throws Exception {
    List<String> names = new ArrayList<>();
    database.each(
        "SELECT name FROM partition WHERE first_position > 0", row -> names.add(row.getString(1)));
    database.alter("DROP TABLE " + String.join(", ", names));
    assertThat(partitions()).isEqualTo(1);
  }

  private static StagedEvent[] many(int count) {
    return Collections.nCopies(count, event("Noted", ANA)).toArray(StagedEvent[]::new);
  }

  private long partitions() throws Exception {
    return Long.parseLong(database.ask("SELECT count(*) FROM partition WHERE parent = 'event'"));
  }
}
