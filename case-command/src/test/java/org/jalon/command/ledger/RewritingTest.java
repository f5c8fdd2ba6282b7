package org.jalon.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jalon.command.ledger.Appends.append;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jalon.command.ledger.chain.Checkpoint;
import org.jalon.command.ledger.chain.ExportVerification;
import org.jalon.command.ledger.chain.Integrity;
import org.jalon.command.ledger.chain.Trust;
import org.jalon.command.ledger.checkpoint.Checkpoints;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A history hashed anew, or cut, shows only against signed checkpoints: the first bad position lies
 * behind the last that fits. And no line of an export can be changed.
 */
class RewritingTest {

  private static final Pattern LAST = Pattern.compile("\"last\":(\\d+)");

  @TempDir private Path directory;

  static LongStream seeds() {
    return LongStream.concat(LongStream.rangeClosed(1, 5), LongStream.of(System.nanoTime()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatWasHashedAnewOrCutIsFoundAgainstCheckpoints(long seed) throws Exception {
    Random random = new Random(seed);
    try (TestLedger database = new TestLedger()) {
      Ledger ledger = database.open();
      TreeSet<Long> signed = new TreeSet<>(List.of(0L));
      MutationsTest.fill(ledger, random);
      signed.add(sign(ledger));
      MutationsTest.fill(ledger, random);
      signed.add(sign(ledger));
      if (random.nextBoolean()) {
        MutationsTest.fill(ledger, random);
      }
      long last = signed.getLast();
      long at = 1 + random.nextLong(last);
      boolean cut = random.nextBoolean();
      if (cut) {
        at = ledger.batchHolding(at).orElseThrow().position();
        Rewriting.cut(database, at);
      } else {
        Rewriting.from(database, at);
      }
      long bad = cut ? at + 1 : signed.lower(at) + 1;
      boolean found = bad <= last;
      String what = "%s at %d of %s, seed %d".formatted(cut ? "cut" : "from", at, signed, seed);

      assertThat(verified(ledger, List.of()).verified()).as("alone: " + what).isTrue();
      try (Checkpoints checkpoints = open(ledger)) {
        List<Checkpoint> known =
            checkpoints.list(0, 100).stream().filter(one -> one.position() <= last).toList();
        expect(verified(ledger, known), found, bad, what);
        expect(
            ledger
                .audit()
                .integrity(
                    1, Long.MAX_VALUE, checkpoints.anchors(Long.MAX_VALUE), Duration.ofDays(1)),
            found,
            bad,
            what);
        assertThat(checkpoints.fork().isPresent()).as(what).isEqualTo(found);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noLineOfAnExportCanBeChanged(long seed) throws Exception {
    Random random = new Random(seed);
    try (TestLedger database = new TestLedger()) {
      Ledger ledger = database.open();
      MutationsTest.fill(ledger, random);
      append(ledger, Appends.event("Last", Appends.ANA));
      List<String> lines = export(ledger).lines().toList();
      for (int i = 0; i < 100; i++) {
        List<String> altered = new ArrayList<>(lines);
        int at = random.nextInt(lines.size());
        String what = alter(altered, at, random) + ", seed " + seed;

        Integrity found = verify(String.join("\n", altered), List.of());

        assertThat(found.verified()).as(what).isFalse();
        assertThat(found.firstBadPosition()).as(what).isLessThanOrEqualTo(position(lines, at));
      }
    }
  }

  /** The last position that a line says something about, or the first behind it. */
  private static long position(List<String> lines, int at) {
    String line = lines.get(at);
    Matcher last = LAST.matcher(line);
    return last.find()
        ? Long.parseLong(last.group(1))
        : 1 + lines.subList(0, at).stream().filter(it -> it.contains("\"event\"")).count();
  }

  private static String alter(List<String> lines, int at, Random random) {
    String line = lines.get(at);
    switch (random.nextInt(4)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, line);
      case 2 -> Collections.swap(lines, at, at == 0 ? 1 : at - 1);
      default -> {
        lines.set(at, flipped(line, random));
        return line + " became " + lines.get(at);
      }
    }
    return "line %d removed, doubled or swapped".formatted(at);
  }

  /** Another digit in one of its numbers or, where there is none, another letter. */
  private static String flipped(String line, Random random) {
    List<Integer> digits = new ArrayList<>();
    for (int i = 1; i < line.length(); i++) {
      if (Character.isDigit(line.charAt(i)) && ":0123456789".indexOf(line.charAt(i - 1)) >= 0) {
        digits.add(i);
      }
    }
    int at = digits.get(random.nextInt(digits.size()));
    char other = (char) ('0' + (line.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
    return line.substring(0, at) + other + line.substring(at + 1);
  }

  private static void expect(Integrity integrity, boolean found, long bad, String what) {
    assertThat(integrity.verified()).as("%s: %s", what, integrity.reason()).isEqualTo(!found);
    if (found) {
      assertThat(integrity.firstBadPosition())
          .as("%s: %s", what, integrity.reason())
          .isEqualTo(bad);
    }
  }

  private static Integrity verified(Ledger ledger, List<Checkpoint> known) throws Exception {
    return verify(export(ledger), known);
  }

  private static Integrity verify(String export, List<Checkpoint> known) throws Exception {
    return new ExportVerification(known, Trust.inAnyKey(), true, _ -> {})
        .verify(new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)));
  }

  private static String export(Ledger ledger) {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    ledger.audit().export(1, Long.MAX_VALUE, true, target);
    return target.toString(StandardCharsets.UTF_8);
  }

  private long sign(Ledger ledger) {
    open(ledger).close();
    return ledger.head().position();
  }

  private Checkpoints open(Ledger ledger) {
    return Checkpoints.open(
        ledger,
        directory.resolve("checkpoint.key"),
        directory.resolve("checkpoints.jsonl"),
        Duration.ofDays(1),
        InstantSource.system());
  }
}
