package org.jalon.command.ledger.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jalon.command.ledger.chain.Checkpoint;
import org.jalon.command.ledger.chain.CheckpointFile;
import org.jalon.command.ledger.chain.ExportLine;
import org.jspecify.annotations.Nullable;

/** The file that checkpoints are appended to, one line each; nothing in it is ever changed. */
final class CheckpointLog {

  private static final System.Logger LOG = System.getLogger(CheckpointLog.class.getName());
  private static final Set<StandardOpenOption> HOW =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

  private final Path file;
  private final String ledger;
  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Read last;

  /** What was read of the file as it was then. */
  private record Read(long size, FileTime modified, List<Checkpoint> checkpoints) {}

  CheckpointLog(Path file, String ledger) {
    this.file = file;
    this.ledger = ledger;
  }

  Path file() {
    return file;
  }

  /**
   * The checkpoints of this ledger in the order signed; signatures are not checked here. Lines that
   * cannot be understood are warned of once. The file is read again only when it has changed.
   *
   * @throws CheckpointsUnavailable if the file is there and cannot be read
   */
  List<Checkpoint> read() {
    if (Files.notExists(file)) {
      return List.of();
    }
    try {
      var now = Files.readAttributes(file, BasicFileAttributes.class);
      Read known = last;
      if (known == null
          || known.size() != now.size()
          || !known.modified().equals(now.lastModifiedTime())) {
        known = new Read(now.size(), now.lastModifiedTime(), parsed());
        last = known;
      }
      return known.checkpoints();
    } catch (IOException e) {
      throw new CheckpointsUnavailable(
          "the checkpoints in %s cannot be read; let Jalon run as its owner".formatted(file), e);
    }
  }

  private List<Checkpoint> parsed() throws IOException {
    CheckpointFile read = CheckpointFile.read(file);
    read.faults().stream()
        .filter(told::add)
        .forEach(fault -> LOG.log(System.Logger.Level.WARNING, fault));
    return read.checkpoints().stream().filter(one -> one.ledger().equals(ledger)).toList();
  }

  /**
   * Writes the file as it is, with lines older than those that are looked at here; nothing if there
   * is none.
   */
  void copy(OutputStream target) throws IOException {
    if (Files.exists(file)) {
      Files.copy(file, target);
    }
  }

  /**
   * Adds one, durable when this returns; several processes may do so at once.
   *
   * @throws CheckpointsUnavailable if it cannot be written
   */
  void append(Checkpoint checkpoint) {
    Path whole = file.toAbsolutePath();
    Path directory = whole.resolveSibling("");
    try {
      Files.createDirectories(directory);
      boolean isNew = Files.notExists(whole);
      try (FileChannel out = DurableFile.open(whole, directory, HOW);
          var _ = out.lock()) {
        write(out, ExportLine.checkpoint(checkpoint).json());
      }
      if (isNew) {
        DurableFile.syncDirectory(directory);
      }
    } catch (IOException | OverlappingFileLockException e) {
      throw new CheckpointsUnavailable(
          "the checkpoint of position %d cannot be added to %s; make room, or let its owner write"
              .formatted(checkpoint.position(), file),
          e);
    }
  }

  /** A line that was cut by a crash is left as it is, and ended. */
  private static void write(FileChannel out, String json) throws IOException {
    long end = out.size();
    String line = (endsWithin(out, end) ? "\n" : "") + json + "\n";
    ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
    out.position(end);
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
    out.force(true);
  }

  private static boolean endsWithin(FileChannel out, long end) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    return end > 0 && out.read(last, end - 1) == 1 && last.get(0) != '\n';
  }
}
