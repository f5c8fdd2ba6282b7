package org.jalon.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jalon.command.ledger.Appends.ANA;
import static org.jalon.command.ledger.Appends.BEN;
import static org.jalon.command.ledger.Appends.append;
import static org.jalon.command.ledger.Appends.appendIfNone;
import static org.jalon.command.ledger.Appends.event;
import static org.jalon.command.ledger.Appends.get;
import static org.jalon.command.ledger.Appends.having;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However many append at once, on however many nodes: each condition has the right winners. */
class RacingAppendsTest {

  private final TestLedger database = new TestLedger();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void ofTwoHundredRacingForOneSubjectExactlyOneWins() throws Exception {
    Ledger ledger = database.open();
    append(ledger, event("Other", BEN));

    List<OptionalLong> outcomes =
        all(200, _ -> appendIfNone(ledger, 1, having(ANA), event("Assigned", ANA)));

    assertThat(outcomes).filteredOn(OptionalLong::isPresent).hasSize(1);
    assertThat(ledger.head().position()).isEqualTo(2);
  }

  @Test
  void overlappingTagsHaveOneWinnerPerSubjectAndRoundOnTwoNodes() throws Exception {
    Ledger one = database.open();
    Ledger other = database.open(LedgerOptions.defaults().withWindowEvents(64));
    int subjects = 5;

    List<OptionalLong> outcomes =
        all(
            200,
            i -> {
              EventTag mine = new EventTag("subject", "s-" + i % subjects);
              EventTag next = new EventTag("subject", "s-" + (i + 1) % subjects);
              Ledger ledger = i % 2 == 0 ? one : other;
              return appendIfNone(ledger, 0, having(mine), event(mine.value(), mine, next));
            });

    List<StoredEvent> events = one.read(0, 1_000);
    assertThat(outcomes).filteredOn(OptionalLong::isPresent).hasSize(events.size());
    for (int i = 0; i < events.size(); i++) {
      EventTag condition = new EventTag("subject", events.get(i).name());
      assertThat(events.subList(0, i))
          .as("what stood before %s was taken", condition)
          .noneMatch(earlier -> earlier.tags().contains(condition));
    }
    for (int subject = 0; subject < subjects; subject++) {
      EventTag tag = new EventTag("subject", "s-" + subject);
      assertThat(events).as("somebody took %s", tag).anyMatch(event -> event.tags().contains(tag));
    }
    assertThat(one.audit().integrity(1, Long.MAX_VALUE).verified()).isTrue();
  }

  @Test
  void aCounterRacedOnTwoNodesNeverLosesAStep() throws Exception {
    Ledger one = database.open();
    Ledger other = database.open();
    int steps = 60;

    all(
        6,
        i -> {
          Ledger ledger = i % 2 == 0 ? one : other;
          int mine = 0;
          while (mine < steps / 6) {
            List<StoredEvent> known = ledger.read(0, 1_000);
            long marker = known.isEmpty() ? 0 : known.getLast().position();
            if (appendIfNone(ledger, marker, having(ANA), event("Step" + known.size(), ANA))
                .isPresent()) {
              mine++;
            }
          }
          return OptionalLong.empty();
        });

    List<StoredEvent> events = one.read(0, 1_000);
    assertThat(events).extracting(StoredEvent::name).hasSize(steps).doesNotHaveDuplicates();
    assertThat(events.getLast().name()).isEqualTo("Step" + (steps - 1));
  }

  @Test
  void readersSeeNoGapsWhileAppendsRace() throws Exception {
    Ledger ledger = database.open();
    Ledger reader = database.open();
    AtomicBoolean done = new AtomicBoolean();
    int appends = 1_000;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<Long>> seen =
          threads.submit(
              () -> {
                List<Long> positions = new ArrayList<>();
                while (positions.size() < appends && !done.get()) {
                  long last = positions.isEmpty() ? 0 : positions.getLast();
                  reader.awaitBeyond(last, Duration.ofSeconds(5));
                  reader.read(last, 37).forEach(event -> positions.add(event.position()));
                }
                return positions;
              });
      List<CompletableFuture<OptionalLong>> appended = new ArrayList<>();
      for (int i = 0; i < appends; i++) {
        appended.add(ledger.append(List.of(event("E" + i, ANA)), List.of(), 0));
      }
      appended.forEach(Appends::get);

      List<Long> positions = seen.get(20, TimeUnit.SECONDS);
      done.set(true);

      assertThat(positions).isEqualTo(LongStream.rangeClosed(1, appends).boxed().toList());
    }
  }

  @Test
  void aForeignTransactionLeftOpenHidesNothing() throws Exception {
    Ledger ledger = database.open();
    try (var foreign = database.superuser().getConnection();
        var statement = foreign.createStatement()) {
      foreign.setAutoCommit(false);
      statement.execute("CREATE TABLE public.elsewhere (id int)");
      statement.execute("SELECT count(*) FROM %s.event".formatted(database.schema()));

      OptionalLong position = append(ledger, event("Opened", ANA));

      assertThat(position).hasValue(1);
      assertThat(ledger.read(0, 10)).extracting(StoredEvent::position).containsExactly(1L);
      foreign.rollback();
    }
  }

  @Test
  void aConditionCountsTypesAndAllTags() {
    Ledger ledger = database.open();
    append(ledger, event("Assigned", ANA), event("Released", ANA, BEN));

    assertThat(appendIfNone(ledger, 0, having(Set.of("Closed"), ANA), event("A"))).hasValue(3);
    assertThat(appendIfNone(ledger, 1, having(Set.of("Assigned"), ANA), event("B"))).hasValue(4);
    assertThat(appendIfNone(ledger, 1, having(Set.of("Released"), ANA), event("C"))).isEmpty();
    assertThat(appendIfNone(ledger, 1, having(ANA, BEN), event("D"))).isEmpty();
    assertThat(appendIfNone(ledger, 2, having(ANA, BEN), event("E"))).hasValue(5);
    assertThat(appendIfNone(ledger, 4, having(Set.of("E")), event("F"))).isEmpty();
    assertThat(appendIfNone(ledger, 4, having(), event("G"))).isEmpty();
    assertThat(appendIfNone(ledger, 5, having(), event("H"))).hasValue(6);
  }

  @Test
  void aMarkerOlderThanTheWindowIsCheckedInTheDatabase() {
    Ledger ledger = database.open(LedgerOptions.defaults().withWindowEvents(4));
    append(ledger, event("First", ANA));
    for (int i = 0; i < 20; i++) {
      append(ledger, event("Other", BEN));
    }

    assertThat(appendIfNone(ledger, 0, having(ANA), event("Late", ANA))).isEmpty();
    assertThat(appendIfNone(ledger, 1, having(ANA), event("Late", ANA))).hasValue(22);
    assertThat(appendIfNone(ledger, 2, having(Set.of("First")), event("Late", ANA))).hasValue(23);
    assertThat(appendIfNone(ledger, 2, having(Set.of("Other")), event("Late", ANA))).isEmpty();
  }

  @Test
  void equalHashesOfDifferentTagsRefuseNothingForGood() {
    TagHashes colliding =
        new TagHashes() {
          @Override
          public long tag(EventTag tag) {
            return 1;
          }

          @Override
          public long type(String name) {
            return 1;
          }
        };
    Ledger ledger = database.open(LedgerOptions.defaults(), colliding);
    Criterion anas = Criterion.of(Set.of(ANA), Set.of(), colliding);
    append(ledger, event("Assigned", colliding, null, BEN));

    assertThat(
            get(
                ledger.append(
                    List.of(event("Assigned", colliding, null, ANA, BEN)), List.of(anas), 0)))
        .hasValue(2);
    assertThat(
            get(ledger.append(List.of(event("Assigned", colliding, null, ANA)), List.of(anas), 0)))
        .isEmpty();
    assertThat(ledger.audit().integrity(1, Long.MAX_VALUE).verified()).isTrue();
  }

  private interface Attempt {
    OptionalLong make(int number);
  }

  private static List<OptionalLong> all(int callers, Attempt attempt) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<OptionalLong>> calls = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        int number = i;
        calls.add(() -> attempt.make(number));
      }
      List<OptionalLong> outcomes = new ArrayList<>();
      for (Future<OptionalLong> call : threads.invokeAll(calls, 60, TimeUnit.SECONDS)) {
        outcomes.add(call.get());
      }
      return outcomes;
    }
  }
}
