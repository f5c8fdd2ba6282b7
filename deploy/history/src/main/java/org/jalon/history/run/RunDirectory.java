package org.jalon.history.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jalon.history.load.Notebook;

/** Where a run keeps its history; its server's data lie beside it. */
record RunDirectory(Path path) {

  /** A new one below the other. */
  static RunDirectory below(Path directory) throws IOException {
    Files.createDirectories(directory);
    return new RunDirectory(Files.createTempDirectory(directory, "history-"));
  }

  /** What a reader of this process sees. */
  Notebook reader(String name) throws IOException {
    return new Notebook(path.resolve(name + Notebook.READER));
  }

  /** Removes all of it, the server's data too. */
  void delete() throws IOException {
    Path data = Database.data(path);
    for (Path one : List.of(path, data, Path.of(data + ".lock"))) {
      try (Stream<Path> all = Files.walk(one)) {
        for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
