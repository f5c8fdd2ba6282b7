package org.jalon.command.ledger.chain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Recomputes every hash of one export, one line at a time. */
public final class ExportVerification {

  private static final String NO_CHECKPOINT =
      "Whether later events were cut off, or everything was rewritten, can only be told against a"
          + " checkpoint kept elsewhere: none was given.";
  private static final int LINE_BUFFER = 1 << 16;

  private final List<Checkpoint> known;
  private final Trust trust;
  private final boolean toTheEnd;
  private final LongConsumer progress;

  private BatchRow before = new BatchRow(0, 0, new byte[0], new byte[0], 0);
  private Anchors anchors = Anchors.none();
  private ChainWalk walk = new ChainWalk("", before, false, anchors);
  private final TagIndex index = new TagIndex();
  private boolean indexed;
  private String ledger = "";
  private long position;

  /**
   * @param known checkpoints kept elsewhere, each rightly signed by a trusted key
   * @param trust whose signatures count
   * @param toTheEnd whether the export should reach every checkpoint; false when it was asked for
   *     up to a position only
   * @param progress is told the position after each event
   */
  public ExportVerification(
      List<Checkpoint> known, Trust trust, boolean toTheEnd, LongConsumer progress) {
    this.known = known;
    this.trust = trust;
    this.toTheEnd = toTheEnd;
    this.progress = progress;
  }

  /**
   * Reads to the end or to the first line that does not fit; to be called once.
   *
   * @throws IOException if it cannot be read; what is read but wrong is in the answer
   */
  public Integrity verify(InputStream export) throws IOException {
    var lines =
        new BufferedReader(new InputStreamReader(export, StandardCharsets.UTF_8), LINE_BUFFER);
    try {
      begin(read(lines));
      position = before.last() + 1;
      ExportLine line = read(lines);
      while (!line.kind().equals(ExportLine.END)) {
        take(line);
        line = read(lines);
      }
      end(line);
      String signed = (indexed ? "The index of tags fits. " : "") + behindTheEnd(lines);
      return answer(true, null, "%s. %s".formatted(walk.found(), signed));
    } catch (Broken e) {
      return answer(false, e.position(), e.reason());
    } catch (IllegalArgumentException | DateTimeException e) {
      return answer(false, position, "a line cannot be understood: " + e.getMessage());
    }
  }

  /**
   * What lies before an export, as its first line has it; taken for granted, but for a genesis.
   *
   * @throws Broken if it is no first line of this format, or has another genesis than its ledger
   */
  public static BatchRow beginning(ExportLine first) throws Broken {
    if (!first.kind().equals(ExportLine.LEDGER) || first.number("format") != Chain.FORMAT) {
      throw new Broken(0, "this is not an export of format " + Chain.FORMAT);
    }
    String ledger = first.text("ledger");
    BatchRow before = first.asBefore();
    BatchRow genesis = BatchRow.genesis(ledger);
    boolean fromGenesis = before.last() <= 0 || Arrays.equals(before.chain(), genesis.chain());
    byte[] leaves = first.leaves();
    boolean none = leaves == null || leaves.length == 0;
    if (fromGenesis && !(none && isGenesis(before, genesis))) {
      throw new Broken(0, "the genesis is not that of ledger '%s'".formatted(ledger));
    }
    return before;
  }

  private void begin(ExportLine first) throws Broken {
    before = beginning(first);
    ledger = first.text("ledger");
    List<Checkpoint> ours = known.stream().filter(one -> one.ledger().equals(ledger)).toList();
    if (ours.isEmpty() && !known.isEmpty()) {
      throw new Broken(
          0,
          "the checkpoints are of ledger '%s', the export of '%s'"
              .formatted(known.getFirst().ledger(), ledger));
    }
    anchors = Anchors.of(ours);
    walk = new ChainWalk(ledger, before, first.leaves() != null, anchors);
  }

  /** Exports from before there were lists of leaf hashes do not tell the root. */
  private static boolean isGenesis(BatchRow before, BatchRow genesis) {
    return before.sameAs(genesis)
        && before.recordedAt() == genesis.recordedAt()
        && (before.root().length == 0 || Arrays.equals(before.root(), genesis.root()));
  }

  private void take(ExportLine line) throws Broken {
    switch (line.kind()) {
      case ExportLine.BATCH -> walk.batch(line.asBatch(), line.leaves());
      case ExportLine.EVENT -> {
        EventRow event = line.asEvent();
        walk.event(event);
        index(event, line.index());
        progress.accept(position++);
      }
      case ExportLine.STRAY ->
          throw new Broken(
              line.number("position"),
              "the index of tags names position %d, where no event is"
                  .formatted(line.number("position")));
      default -> throw new Broken(position, "a line of kind '%s'".formatted(line.kind()));
    }
  }

  /** Exports from before leave the index out, for all events, and the root of the first line. */
  private void index(EventRow event, byte @Nullable [] rows) throws Broken {
    if (event.position() == before.last() + 1) {
      indexed = rows != null || before.root().length > 0;
    }
    if (indexed ? !Arrays.equals(rows, index.of(event)) : rows != null) {
      throw new Broken(
          event.position(),
          "the index of tags does not fit the event at %d".formatted(event.position()));
    }
  }

  private void end(ExportLine line) throws Broken {
    BatchRow end = walk.end();
    position = end.last() + 1;
    if (line.number("position") != end.last() || !Arrays.equals(line.bytes("chain"), end.chain())) {
      throw new Broken(position, "the end line names another head than the last batch");
    }
    if (toTheEnd) {
      anchors.end(end);
    }
  }

  /** A checkpoint may follow, nothing else; returns what the checkpoints have shown. */
  private String behindTheEnd(BufferedReader lines) throws IOException, Broken {
    String own = "";
    String next = lines.readLine();
    if (next != null) {
      Checkpoint checkpoint = ExportLine.read(next).asCheckpoint();
      own = refuseUnlessOfTheEnd(checkpoint);
      next = lines.readLine();
    }
    if (next != null) {
      throw new Broken(position, "lines follow the end");
    }
    refuseUnlessMet();
    if (known.isEmpty() && own.isEmpty() && !trust.keys().isEmpty() && walk.last().last() > 0) {
      throw new Broken(
          before.last() + 1,
          "no checkpoint signed by the key given: the export has none, and none was given");
    }
    return known.isEmpty()
        ? own + NO_CHECKPOINT
        : "%s%d checkpoints kept elsewhere were met, the last at position %d%s; %s"
            .formatted(own, anchors.met(), anchors.lastMet(), behindTheLast(), trust.sentence());
  }

  /** What lies wholly beside the checkpoints is fixed by none of them. */
  private void refuseUnlessMet() throws Broken {
    if (!known.isEmpty() && anchors.met() == 0) {
      throw new Broken(
          before.last() + 1,
          "none of the checkpoints given lies at %d to %d: they show nothing of this export"
              .formatted(before.last(), walk.last().last()));
    }
  }

  private String behindTheLast() {
    long last = walk.last().last();
    return anchors.lastMet() < last
        ? " (what follows it, to %d, is fixed by none)".formatted(last)
        : "";
  }

  private String refuseUnlessOfTheEnd(Checkpoint checkpoint) throws Broken {
    BatchRow end = walk.last();
    if (!checkpoint.rightlySigned() || !checkpoint.ledger().equals(ledger)) {
      throw new Broken(position, "the export's own checkpoint is wrongly signed");
    }
    if (!trust.trusts(checkpoint)) {
      throw new Broken(
          position,
          "the export's own checkpoint is signed by key %s, which is not the one given"
              .formatted(checkpoint.keyId()));
    }
    if (checkpoint.position() != end.last()) {
      throw new Broken(
          position,
          "the export ends at %d, its own checkpoint is of %d"
              .formatted(end.last(), checkpoint.position()));
    }
    if (!Arrays.equals(checkpoint.chain(), end.chain())) {
      throw new Broken(
          anchors.lastMet() + 1, "the export's own checkpoint has signed another chain hash");
    }
    return "Its own checkpoint was signed by key %s (%s). "
        .formatted(checkpoint.keyId(), trust.sentence());
  }

  private ExportLine read(BufferedReader lines) throws IOException, Broken {
    String line = lines.readLine();
    if (line == null) {
      throw new Broken(position, "the export is cut: it has no end line");
    }
    return ExportLine.read(line);
  }

  private Integrity answer(boolean verified, @Nullable Long bad, String reason) {
    BatchRow last = walk.last();
    return new Integrity(verified, before.last() + 1, last.last(), last.head(), bad, true, reason);
  }
}
