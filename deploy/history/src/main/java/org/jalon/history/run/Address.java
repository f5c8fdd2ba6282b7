package org.jalon.history.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that says where something can be reached now; it changes with every start. */
record Address(Path file) {

  /** Replaces it in one step. */
  void write(String text) {
    try {
      Path next = Files.createTempFile(file.getParent(), "address-", ".new");
      Files.writeString(next, text);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was written last; nothing before the first time. */
  String read() {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
