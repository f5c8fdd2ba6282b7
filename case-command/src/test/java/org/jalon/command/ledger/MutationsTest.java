package org.jalon.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jalon.command.ledger.Appends.append;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jalon.command.ledger.chain.Integrity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is altered in any table, the check names the first position that is not as it was, and
 * so does the verifier of an export.
 */
class MutationsTest {

  private static final int MUTATIONS = 50;

  static LongStream seeds() {
    return LongStream.concat(LongStream.rangeClosed(1, 3), LongStream.of(System.nanoTime()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theFirstBadPositionIsNamed(long seed) throws Exception {
    Random random = new Random(seed);
    try (TestLedger database = new TestLedger()) {
      Ledger ledger = database.open();
      fill(ledger, random);
      Rows before = Rows.of(database);
      keep(database);
      check(database, ledger, before, "nothing, seed " + seed);
      for (int i = 0; i < MUTATIONS; i++) {
        Mutation mutation = new Mutation(random, before);
        String sql = i % 4 == 0 ? mutation.small() + ";" + mutation.small() : mutation.any();
        database.alter(sql);
        check(database, ledger, before, "%s, %d of seed %d".formatted(sql, i, seed));
        restore(database);
      }
    }
  }

  /** Batches from before there were leaf hashes: an event is named by its batch. */
  @ParameterizedTest
  @MethodSource("seeds")
  void inOldBatchesTheBatchIsNamed(long seed) throws Exception {
    Random random = new Random(seed);
    try (TestLedger database = new TestLedger()) {
      Ledger ledger = database.open();
      fill(ledger, random);
      long old = ledger.head().position() / 2;
      database.alter("UPDATE batch SET leaf_hashes = NULL WHERE first_position <= " + old);
      Rows before = Rows.of(database);
      keep(database);
      check(database, ledger, before, "nothing, seed " + seed);
      for (int i = 0; i < MUTATIONS / 4; i++) {
        String sql = new Mutation(random, before).any();
        database.alter(sql);
        OptionalLong changed = before.firstChange(Rows.of(database));
        Integrity found = ledger.audit().integrity(1, Long.MAX_VALUE);
        assertThat(found.verified()).as("%s of seed %d", sql, seed).isEqualTo(changed.isEmpty());
        if (changed.isPresent()) {
          assertThat(found.firstBadPosition())
              .as("%s of seed %d: %s", sql, seed, found.reason())
              .isBetween(firstOfBatch(before, changed.getAsLong()), changed.getAsLong());
        }
        restore(database);
      }
    }
  }

  private static long firstOfBatch(Rows rows, long position) {
    return rows.batches().keySet().stream()
        .filter(first -> first <= position)
        .mapToLong(first -> first)
        .max()
        .orElse(position);
  }

  private static void check(TestLedger database, Ledger ledger, Rows before, String what)
      throws Exception {
    Rows now = Rows.of(database);
    expect(ledger.audit().integrity(1, Long.MAX_VALUE), before.firstChange(now), "online: " + what);
    expect(exported(ledger), before.firstChange(now), "export: " + what);
  }

  private static void expect(Integrity found, OptionalLong changed, String what) {
    assertThat(found.verified()).as("%s: %s", what, found.reason()).isEqualTo(changed.isEmpty());
    if (changed.isPresent()) {
      assertThat(found.firstBadPosition())
          .as("%s: %s", what, found.reason())
          .isEqualTo(changed.getAsLong());
    }
  }

  private static Integrity exported(Ledger ledger) throws Exception {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    ledger.audit().export(1, Long.MAX_VALUE, true, target);
    return LedgerVerifier.verify(new ByteArrayInputStream(target.toByteArray()));
  }

  static void fill(Ledger ledger, Random random) {
    int batches = 3 + random.nextInt(4);
    for (int i = 0; i < batches; i++) {
      append(
          ledger,
          IntStream.rangeClosed(0, random.nextInt(5))
              .mapToObj(_ -> event(random))
              .toArray(StagedEvent[]::new));
    }
  }

  private static StagedEvent event(Random random) {
    List<EventTag> tags = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      tags.add(new EventTag("case", "c-" + random.nextInt(3)));
    }
    byte[] secret = ("secret " + random.nextInt()).getBytes(StandardCharsets.UTF_8);
    byte[] clear = new byte[random.nextInt(40)];
    random.nextBytes(clear);
    return StagedEvent.of(
        new UUID(random.nextLong(), random.nextLong()),
        "Type" + random.nextInt(3),
        "1",
        Set.copyOf(tags),
        random.nextBoolean() ? Map.of() : Map.of("actor", "local"),
        new PayloadFormat.Stored(
            clear, random.nextBoolean() ? secret : null, LocalDate.of(2026, 3, 1)),
        TagHashes.SHA_256);
  }

  private static void keep(TestLedger database) throws Exception {
    for (String table : List.of("event", "event_tag", "batch")) {
      database.alter("CREATE TABLE kept_%1$s AS SELECT * FROM %1$s".formatted(table));
    }
  }

  private static void restore(TestLedger database) throws Exception {
    for (String table : List.of("event", "event_tag", "batch")) {
      database.alter("TRUNCATE %1$s; INSERT INTO %1$s SELECT * FROM kept_%1$s".formatted(table));
    }
  }
}
