package org.jalon.command.importing;

/** Names for foreign case and household numbers that tell nothing about the number. */
@FunctionalInterface
public interface Pseudonyms {
  /** Keeps numbers as they are: the default for XES. */
  Pseudonyms OFF = (kind, number) -> number;

  /**
   * The same kind and number give the same name, in this installation only.
   *
   * @param kind what the number names, such as {@code case} or {@code household}
   */
  String of(String kind, String number);
}
