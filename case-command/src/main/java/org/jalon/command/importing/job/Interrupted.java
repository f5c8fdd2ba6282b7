package org.jalon.command.importing.job;

/** What an import says that was stopped with the program. */
final class Interrupted {

  private Interrupted() {}

  static ImportFailed failure() {
    return new ImportFailed(
        "INTERRUPTED", "Jalon stopped; import the same file again, nothing is recorded twice");
  }
}
