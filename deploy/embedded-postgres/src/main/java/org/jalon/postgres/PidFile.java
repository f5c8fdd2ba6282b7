package org.jalon.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** What a running server writes about itself into its data directory. */
record PidFile(Path path) {

  private static final int PROCESS = 0;
  private static final int STATUS = 7;

  static PidFile in(Path data) {
    return new PidFile(data.resolve("postmaster.pid"));
  }

  /** The server's process id, if one is written there; it need not be a server's any more. */
  OptionalLong process() throws IOException {
    try {
      return OptionalLong.of(Long.parseLong(line(PROCESS)));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /** Whether the server says that it takes connections. */
  boolean saysReady() throws IOException {
    return line(STATUS).equals("ready");
  }

  void delete() throws IOException {
    Files.deleteIfExists(path);
  }

  private String line(int number) throws IOException {
    try {
      List<String> lines = Files.readAllLines(path);
      return number < lines.size() ? lines.get(number).strip() : "";
    } catch (NoSuchFileException e) {
      return "";
    }
  }
}
