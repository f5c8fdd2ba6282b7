package org.jalon.command.ledger;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jalon.command.ledger.chain.Anchors;
import org.jalon.command.ledger.chain.BatchRow;
import org.jalon.command.ledger.chain.Broken;
import org.jalon.command.ledger.chain.ChainWalk;
import org.jalon.command.ledger.chain.ExportLine;
import org.jalon.command.ledger.chain.ExportVerification;
import org.jalon.command.ledger.chain.Head;

/**
 * Replays an archive file, or any export, by itself: the events as the ledger gave them, each batch
 * only once all its bytes fit its hashes.
 */
public final class ArchiveFile {

  private final ChainWalk walk;
  private final Consumer<StoredEvent> consumer;
  private final List<StoredEvent> batch = new ArrayList<>();
  private long position;

  private ArchiveFile(ExportLine first, Consumer<StoredEvent> consumer) throws Broken {
    BatchRow before = ExportVerification.beginning(first);
    walk = new ChainWalk(first.text("ledger"), before, first.leaves() != null, Anchors.none());
    position = before.last();
    this.consumer = consumer;
  }

  /**
   * Gives the events of a file to a consumer, in order, on this thread; a batch at a time is held.
   *
   * @return the head at its end, to be compared with a checkpoint or with what the next file takes
   *     for granted
   * @throws IOException if the file cannot be read, is cut or does not fit its hashes; names the
   *     first bad position, and what was given before it is right
   */
  public static Head replay(Path file, Consumer<StoredEvent> consumer) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return replay(in, consumer);
    }
  }

  /** As {@link #replay(Path, Consumer)}, from a stream, which is not closed. */
  public static Head replay(InputStream export, Consumer<StoredEvent> consumer) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(export, StandardCharsets.UTF_8));
    long position = 0;
    try {
      var file = new ArchiveFile(next(lines), consumer);
      ExportLine line = next(lines);
      while (!line.kind().equals(ExportLine.END)) {
        position = file.position;
        file.take(line);
        line = next(lines);
      }
      position = file.position;
      return file.end(line);
    } catch (Broken e) {
      throw new IOException(
          "the file is broken at position %d: %s".formatted(e.position(), e.reason()), e);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IOException(
          "the file cannot be understood behind position %d: %s"
              .formatted(position, e.getMessage()),
          e);
    }
  }

  private static ExportLine next(BufferedReader lines) throws IOException {
    String line = lines.readLine();
    if (line == null) {
      throw new IllegalArgumentException("it is cut: it has no end line");
    }
    return ExportLine.read(line);
  }

  private void take(ExportLine line) throws Broken {
    switch (line.kind()) {
      case ExportLine.BATCH -> {
        walk.batch(line.asBatch(), line.leaves());
        release();
      }
      case ExportLine.EVENT -> {
        var event = line.asEvent();
        walk.event(event);
        position = event.position();
        batch.add(StoredEvent.of(event, walk.last().chain()));
      }
      default -> throw new IllegalArgumentException("a line of kind '%s'".formatted(line.kind()));
    }
  }

  private Head end(ExportLine line) throws Broken {
    BatchRow last = walk.end();
    if (line.number("position") != last.last()
        || !Arrays.equals(line.bytes("chain"), last.chain())) {
      throw new Broken(last.last() + 1, "the end line names another head than the last batch");
    }
    release();
    return last.head();
  }

  private void release() {
    batch.forEach(consumer);
    batch.clear();
  }
}
