package org.jalon.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What {@link Files} leaves to do with whole directories. */
final class Directories {

  private static final Logger log = LoggerFactory.getLogger(Directories.class);

  private Directories() {}

  /** The directory that holds this one. */
  static Path parent(Path directory) {
    Path parent = directory.toAbsolutePath().getParent();
    if (parent == null) {
      throw new CannotStartPostgres(
          "%s cannot hold a database; set JALON_DATA to a directory below the root"
              .formatted(directory));
    }
    return parent;
  }

  /** A path beside this one, with something put after its name. */
  static Path beside(Path directory, String suffix) {
    return parent(directory).resolve(directory.getFileName() + suffix);
  }

  /** A new directory beside this one, for its owner only, under a name of its own. */
  static Path newBeside(Path directory, String suffix) throws IOException {
    return Files.createTempDirectory(parent(directory), directory.getFileName() + suffix);
  }

  /** Gives a finished directory its name in one step that a crash does not undo. */
  static void rename(Path finished, Path name) throws IOException {
    Files.move(finished, name, StandardCopyOption.ATOMIC_MOVE);
    sync(parent(name));
  }

  static void sync(Path fileOrDirectory) throws IOException {
    try (var channel = FileChannel.open(fileOrDirectory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Deletes a directory and all in it, and no harm if there is none; links are not followed. */
  static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      Files.walkFileTree(directory, new Deletion());
    }
  }

  /** Deletes what earlier attempts left in {@link #newBeside}, or leaves it to the next start. */
  static void deleteBeside(Path directory, String suffix) throws IOException {
    String prefix = directory.getFileName() + suffix;
    try (var leftovers =
        Files.newDirectoryStream(
            parent(directory), entry -> entry.getFileName().toString().startsWith(prefix))) {
      for (Path leftover : leftovers) {
        discard(leftover);
      }
    }
  }

  /** Deletes a directory that is of no use, or leaves it to the next start. */
  static void discard(Path leftover) {
    try {
      delete(leftover);
    } catch (IOException e) {
      log.warn("{} cannot be deleted and stays until the next start: {}", leftover, e.toString());
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.deleteIfExists(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
