package org.jalon.command.wiring;

import java.nio.file.Path;

/**
 * Where an installation keeps what belongs in no table: the surroundings bring it as a bean.
 *
 * @param path exists, readable by its owner only
 */
public record DataDirectory(Path path) {

  /** Holds the wrapping key and the import key; part of every backup, apart from the database. */
  public Path keys() {
    return path.resolve("keys");
  }

  /** Holds uploads while they are read. */
  public Path imports() {
    return path.resolve("imports");
  }
}
