package org.jalon.command.ledger;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.jalon.command.ledger.chain.BatchRow;
import org.jalon.command.ledger.chain.Integrity;
import org.jalon.kernel.LedgerId;

/**
 * The archive file of a partition: an export of the batches that begin in it, so that the files of
 * all partitions follow one another. It has its name only once it is on disk and verified.
 */
record PartitionFile(
    Connection connection, LedgerId ledger, Path directory, Archiving.Progress progress) {

  /**
   * Writes the file, or verifies the one that is there.
   *
   * @return its name; that of an earlier one if no batch begins in the partition
   * @throws ArchiveException if it is not what the ledger holds
   */
  String write(long first, long last) throws SQLException, IOException {
    long from = firstBatch(Math.max(1, first));
    BatchRow end = BatchTable.batchHolding(connection, last);
    if (from > last) {
      return holding(last);
    }
    String name = "%s-%015d-%015d.jsonl".formatted(ledger, from, end.last());
    Path file = directory.resolve(name);
    if (Files.exists(file)) {
      verify(file, from, end);
      return name;
    }
    Path unfinished = directory.resolve(name + ".part");
    try {
      export(unfinished, from, end.last());
      verify(unfinished, from, end);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      force(directory, StandardOpenOption.READ);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      Files.deleteIfExists(unfinished);
    }
    return name;
  }

  private void export(Path target, long from, long to) throws SQLException, IOException {
    String doing = "writing positions %d to %d".formatted(from, to);
    try (OutputStream out =
        new Lines(new BufferedOutputStream(Files.newOutputStream(target)), doing, to - from + 1)) {
      Span.inSnapshot(
          connection,
          snapshot ->
              Export.write(snapshot, ledger.value(), Span.of(snapshot, from, to), true, null, out));
    }
    force(target, StandardOpenOption.WRITE);
  }

  private void verify(Path file, long from, BatchRow end) throws IOException {
    progress.told("verifying " + file.getFileName());
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      Integrity integrity = LedgerVerifier.verify(in);
      if (!integrity.verified()) {
        throw new ArchiveException(
            "%s is broken at position %d: %s; check the ledger's integrity, or move the file away if it is an old one"
                .formatted(file, integrity.firstBadPosition(), integrity.reason()));
      }
      if (integrity.from() != from) {
        throw new ArchiveException(
            "%s verifies, but begins at position %d and not at %d; it is not whole, move it away"
                .formatted(file, integrity.from(), from));
      }
      if (!Arrays.equals(integrity.head().chainHash(), end.chain())) {
        throw new ArchiveException(
            "%s verifies, but ends with another chain hash than the ledger has at position %d; it is of another history, move it away"
                .formatted(file, end.last()));
      }
    }
  }

  private long firstBatch(long position) throws SQLException {
    return Long.parseLong(
        OneValue.of(
            connection,
            "SELECT coalesce(min(first_position), 9223372036854775807)::text FROM batch WHERE first_position >= %d"
                .formatted(position)));
  }

  private String holding(long position) throws SQLException {
    String file =
        OneValue.of(
            connection,
            "SELECT file FROM archived_partition WHERE file_last >= %d ORDER BY first_position LIMIT 1"
                .formatted(position));
    if (file.isEmpty()) {
      throw new ArchiveException("no partition before is archived; archive from the first on");
    }
    return file;
  }

  private static void force(Path path, StandardOpenOption option) throws IOException {
    try (FileChannel channel = FileChannel.open(path, option)) {
      channel.force(true);
    }
  }

  /** Counts the lines that pass, nearly one for each position. */
  private final class Lines extends FilterOutputStream {

    private static final long STEP = 10_000;

    private final String doing;
    private final long of;
    private long lines;
    private long toldAt;

    Lines(OutputStream out, String doing, long of) {
      super(out);
      this.doing = doing;
      this.of = of;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      for (int i = offset; i < offset + length; i++) {
        lines += bytes[i] == '\n' ? 1 : 0;
      }
      if (lines - toldAt >= STEP) {
        toldAt = lines;
        progress.at(doing, Math.min(lines, of), of);
      }
    }
  }
}
