package org.jalon.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The last lines of a log, to be shown with an error. */
final class LogTail {

  private static final int BYTES = 4_096;

  private LogTail() {}

  static String of(Path log) {
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      long start = Math.max(0, file.length() - BYTES);
      file.seek(start);
      byte[] last = new byte[(int) (file.length() - start)];
      file.readFully(last);
      String text = new String(last, StandardCharsets.UTF_8);
      return start == 0 ? text.strip() : text.substring(text.indexOf('\n') + 1).strip();
    } catch (IOException e) {
      return "(nothing: " + e.getMessage() + ")";
    }
  }
}
