package org.jalon.command.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jalon.command.ledger.chain.BatchRow;
import org.jalon.command.ledger.chain.Broken;
import org.jalon.command.ledger.chain.Chain;
import org.jalon.command.ledger.chain.ChainWalk;
import org.jalon.command.ledger.chain.ExportLine;
import org.jalon.command.ledger.chain.Integrity;
import org.jspecify.annotations.Nullable;

/**
 * Verifies an export with nothing but a JDK: {@code java -cp <classes>
 * org.jalon.command.ledger.LedgerVerifier export.jsonl}. Ends with 0 when everything fits, 1 when
 * something does not, 2 when the file cannot be read.
 */
public final class LedgerVerifier {

  private static final String CHECKPOINT =
      "Whether later events were cut off, or everything was rewritten, can only be told against a"
          + " checkpoint kept elsewhere: compare this head with it.";

  private LedgerVerifier() {}

  public static void main(String[] arguments) {
    if (arguments.length != 1) {
      IO.println("usage: LedgerVerifier <export.jsonl>");
      System.exit(2);
    }
    try (InputStream export = Files.newInputStream(Path.of(arguments[0]))) {
      Integrity integrity = verify(export);
      IO.println(report(integrity));
      System.exit(integrity.verified() ? 0 : 1);
    } catch (IOException e) {
      IO.println("cannot read %s: %s".formatted(arguments[0], e));
      System.exit(2);
    }
  }

  /**
   * Recomputes every hash of an export, one line at a time; sealed bytes are checked where they are
   * there, by their hash where not.
   *
   * @throws IOException if it cannot be read; what is read but wrong is in the answer
   */
  public static Integrity verify(InputStream export) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(export, StandardCharsets.UTF_8));
    BatchRow before = new BatchRow(0, 0, new byte[0], new byte[0], 0);
    ChainWalk walk = new ChainWalk("", before);
    long position = 0;
    try {
      ExportLine first = read(lines, 0);
      before = before(first);
      walk = new ChainWalk(first.text("ledger"), before);
      position = before.last() + 1;
      ExportLine line = read(lines, position);
      while (!line.kind().equals(ExportLine.END)) {
        position = take(line, walk, position);
        line = read(lines, position);
      }
      end(line, lines, walk);
      return answer(true, before, walk, null, walk.found() + ". " + CHECKPOINT);
    } catch (Broken e) {
      return answer(false, before, walk, e.position(), e.reason());
    } catch (IllegalArgumentException | DateTimeException e) {
      return answer(
          false, before, walk, position, "a line cannot be understood: " + e.getMessage());
    }
  }

  private static BatchRow before(ExportLine first) throws Broken {
    if (!first.kind().equals(ExportLine.LEDGER) || first.number("format") != Chain.FORMAT) {
      throw new Broken(0, "this is not an export of format " + Chain.FORMAT);
    }
    BatchRow before = first.asBefore();
    if (before.last() == 0 && !before.sameAs(BatchRow.genesis(first.text("ledger")))) {
      throw new Broken(0, "the genesis is not that of ledger '%s'".formatted(first.text("ledger")));
    }
    return before;
  }

  /** Returns the next position. */
  private static long take(ExportLine line, ChainWalk walk, long position) throws Broken {
    switch (line.kind()) {
      case ExportLine.BATCH -> {
        walk.batch(line.asBatch());
        return position;
      }
      case ExportLine.EVENT -> {
        walk.event(line.asEvent());
        return position + 1;
      }
      default -> throw new Broken(position, "a line of kind '%s'".formatted(line.kind()));
    }
  }

  private static void end(ExportLine line, BufferedReader lines, ChainWalk walk)
      throws IOException, Broken {
    BatchRow end = walk.end();
    long position = end.last() + 1;
    if (line.number("position") != end.last() || !Arrays.equals(line.bytes("chain"), end.chain())) {
      throw new Broken(position, "the end line names another head than the last batch");
    }
    if (lines.readLine() != null) {
      throw new Broken(position, "lines follow the end");
    }
  }

  private static ExportLine read(BufferedReader lines, long position) throws IOException, Broken {
    String line = lines.readLine();
    if (line == null) {
      throw new Broken(position, "the export is cut: it has no end line");
    }
    return ExportLine.read(line);
  }

  private static Integrity answer(
      boolean verified, BatchRow before, ChainWalk walk, @Nullable Long bad, String reason) {
    BatchRow last = walk.last();
    return new Integrity(verified, before.last() + 1, last.last(), last.head(), bad, reason);
  }

  private static String report(Integrity integrity) {
    String head =
        "head: position %d, chain hash %s, recorded %s"
            .formatted(
                integrity.head().position(),
                HexFormat.of().formatHex(integrity.head().chainHash()),
                integrity.head().recordedAt());
    return integrity.verified()
        ? "VERIFIED positions %d to %d%n%s%n%s"
            .formatted(integrity.from(), integrity.to(), head, integrity.reason())
        : "BROKEN first at position %d: %s"
            .formatted(integrity.firstBadPosition(), integrity.reason());
  }
}
