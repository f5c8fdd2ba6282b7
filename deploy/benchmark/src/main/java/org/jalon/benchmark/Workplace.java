package org.jalon.benchmark;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory in which one benchmark runs at a time; what a killed one left is removed. */
final class Workplace implements AutoCloseable {

  private static final String PREFIX = "benchmark-";

  private final Path directory;
  private final FileChannel lock;

  private Workplace(Path directory, FileChannel lock) {
    this.directory = directory;
    this.lock = lock;
  }

  /**
   * @throws IllegalStateException if a benchmark runs there already
   */
  static Workplace in(Path directory) throws IOException {
    FileChannel channel =
        FileChannel.open(
            directory.resolve(".running"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock held = channel.tryLock();
    if (held == null) {
      channel.close();
      throw new IllegalStateException(
          "a benchmark runs in %s already; wait for it, or give another directory"
              .formatted(directory));
    }
    try (DirectoryStream<Path> left = Files.newDirectoryStream(directory, PREFIX + "*")) {
      for (Path one : left) {
        delete(one);
      }
    }
    return new Workplace(directory, channel);
  }

  /** An empty directory. */
  Path fresh() throws IOException {
    return Files.createTempDirectory(directory, PREFIX);
  }

  /** Deletes a directory with all that is in it. */
  static void delete(Path directory) throws IOException {
    List<Path> all;
    try (Stream<Path> found = Files.walk(directory)) {
      all = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
