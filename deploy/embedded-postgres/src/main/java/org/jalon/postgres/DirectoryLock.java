package org.jalon.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One JVM per data directory: a locked file beside it that names the holder's process. The
 * operating system releases the lock with the process, however that ends.
 */
final class DirectoryLock implements AutoCloseable {

  /**
   * A file lock belongs to a whole process, and closing any handle of the file would release it.
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private DirectoryLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock at once or not at all.
   *
   * @throws CannotStartPostgres if another holds it
   */
  static DirectoryLock of(Path data) throws IOException {
    Path file = Directories.beside(data, ".lock");
    if (!HELD_HERE.add(file)) {
      throw inUse(data, Long.toString(ProcessHandle.current().pid()));
    }
    try {
      return new DirectoryLock(file, locked(file, data));
    } catch (IOException | RuntimeException e) {
      HELD_HERE.remove(file);
      throw e;
    }
  }

  private static FileChannel locked(Path file, Path data) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() == null) {
        throw inUse(data, holder(file));
      }
      channel.truncate(0);
      byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
      channel.write(ByteBuffer.wrap(pid));
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static String holder(Path file) throws IOException {
    String written = Files.readString(file).strip();
    return written.isEmpty() ? "unknown" : written;
  }

  private static CannotStartPostgres inUse(Path data, String process) {
    return new CannotStartPostgres(
        "data directory %s is in use by another Jalon (process %s); stop it or set JALON_DATA to another directory"
            .formatted(data, process));
  }

  @Override
  public void close() throws IOException {
    channel.close();
    HELD_HERE.remove(file);
  }
}
