package org.jalon.standalone;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jalon.command.wiring.DataDirectory;

/** Makes the data directory, for its owner only. */
final class Home {

  private Home() {}

  /**
   * @throws CannotStart if it cannot be made or written
   */
  static DataDirectory at(Path path) {
    var directory = new DataDirectory(path);
    try {
      make(path);
      make(directory.keys());
      make(directory.imports());
      return directory;
    } catch (IOException e) {
      throw new CannotStart(
          "%s cannot be Jalon's data directory: user %s cannot make or write it%s; give the right to or set JALON_DATA to another directory"
              .formatted(path, System.getProperty("user.name"), reason(e)),
          e);
    }
  }

  private static String reason(IOException failure) {
    return failure instanceof FileSystemException named && named.getReason() != null
        ? " (%s)".formatted(named.getReason())
        : "";
  }

  private static void make(Path directory) throws IOException {
    if (Files.notExists(directory)) {
      Path parent = directory.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.createDirectory(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    if (!Files.isDirectory(directory) || !Files.isWritable(directory)) {
      throw new FileSystemException(
          directory.toString(), null, "it is not a directory that can be written");
    }
  }
}
