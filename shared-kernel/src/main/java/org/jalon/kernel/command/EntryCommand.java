package org.jalon.kernel.command;

/** An intent about one recorded entry, of whatever subject. */
public sealed interface EntryCommand extends Command permits RectifyEntry, RedactEntry {

  /** Position of the entry in the ledger. */
  long position();
}
