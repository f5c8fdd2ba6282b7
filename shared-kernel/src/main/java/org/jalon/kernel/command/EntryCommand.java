package org.jalon.kernel.command;

/** An intent about one recorded entry, of whatever subject. */
public sealed interface EntryCommand extends Command permits RectifyEntry, RedactEntry {

  /** Which entry. */
  EntryPosition position();
}
