package org.jalon.command.importing;

import static org.jalon.command.importing.UnreadableFile.Code.FILE_EMPTY;
import static org.jalon.command.importing.UnreadableFile.Code.FILE_TOO_LARGE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An upload kept on disk while it is read; gone when closed, at the latest at the next {@link
 * #sweep}.
 */
public final class Spool implements AutoCloseable {
  private static final String PREFIX = "upload-";
  private static final String SUFFIX = ".spool";

  private final Path file;
  private final long size;

  private Spool(Path file, long size) {
    this.file = file;
    this.size = size;
  }

  /**
   * Reads the upload to its end, readable by the owner only; the stream stays the caller's to
   * close.
   *
   * @param directory the installation's own, made if absent
   * @throws UnreadableFile when it is empty or larger than the bound; nothing is left behind
   * @throws IOException when the upload breaks off or the disk is full; nothing is left behind
   */
  public static Spool of(InputStream upload, Path directory, ImportBounds bounds)
      throws IOException {
    Files.createDirectories(directory);
    var file = Files.createTempFile(directory, PREFIX, SUFFIX);
    boolean whole = false;
    try (var out = Files.newOutputStream(file)) {
      long size = copy(upload, out, bounds.uploaded());
      whole = true;
      return new Spool(file, size);
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static long copy(InputStream upload, OutputStream out, long bound) throws IOException {
    var buffer = new byte[65_536];
    long size = 0;
    for (int read; (read = upload.read(buffer)) >= 0; size += read) {
      if (size + read > bound) {
        throw new UnreadableFile(
            FILE_TOO_LARGE,
            "byte " + (bound + 1),
            "an upload has at most " + bound + " bytes; split the file, or compress it with gzip");
      }
      out.write(buffer, 0, read);
    }
    if (size == 0) {
      throw new UnreadableFile(
          FILE_EMPTY, "byte 1", "the upload is empty; send the file as the body");
    }
    return size;
  }

  /**
   * Deletes what a killed process left in its spool directory; call at start, before the first
   * upload.
   */
  public static void sweep(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      try (var left = Files.newDirectoryStream(directory, PREFIX + "*" + SUFFIX)) {
        for (var file : left) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  public Path file() {
    return file;
  }

  /** Bytes as uploaded. */
  public long size() {
    return size;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
