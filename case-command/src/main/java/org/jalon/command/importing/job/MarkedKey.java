package org.jalon.command.importing.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.jalon.command.importing.DerivedIds;
import org.jalon.command.importing.ImportKey;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.wire.KeyMarks;
import org.jalon.kernel.wire.KeyUnavailable;

/**
 * The import key, held against the mark that the first import has left beside the ledger: under
 * another key all that is recorded would be recorded again.
 *
 * @param file of the key
 * @param mark of the key
 */
record MarkedKey(Path file, DerivedIds ids, String mark, KeyMarks marks) {

  /**
   * Reads the key, or makes it if nothing was ever imported.
   *
   * @throws KeyUnavailable if it is missing, unreadable, or another than imports were made with
   */
  static MarkedKey open(Path directory, LedgerId ledger, KeyMarks marks) {
    Path file = directory.resolve(ImportKey.FILE);
    Optional<String> left = marks.markOf(ImportKey.FILE);
    if (left.isPresent() && Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new KeyUnavailable(refusal(file, "is missing"));
    }
    var ids = new DerivedIds(key(directory));
    var key = new MarkedKey(file, ids, ids.mark(ledger), marks);
    left.ifPresent(key::requireSame);
    return key;
  }

  /**
   * Leaves the mark before the first fact.
   *
   * @throws ImportFailed if another installation has imported into this ledger meanwhile
   */
  void use() {
    try {
      requireSame(marks.leaveMark(ImportKey.FILE, mark));
    } catch (KeyUnavailable e) {
      throw new ImportFailed("IMPORT_KEY_UNUSABLE", String.valueOf(e.getMessage()), e);
    }
  }

  private void requireSame(String standing) {
    if (!standing.equals(mark)) {
      throw new KeyUnavailable(refusal(file, "is of another installation"));
    }
  }

  private static ImportKey key(Path directory) {
    try {
      return ImportKey.in(directory);
    } catch (IOException e) {
      throw new KeyUnavailable(String.valueOf(e.getMessage()), e);
    }
  }

  private static String refusal(Path file, String finding) {
    return "import key file %s %s, but this ledger holds imports made with another; copy the directory keys from the data directory that they were made with, or from its backup: under a new key, imports would record again what is recorded"
        .formatted(file, finding);
  }
}
