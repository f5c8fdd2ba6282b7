package org.jalon.command.importing;

/**
 * Takes what a reader finds, in the order of the file, on the thread that called the reader.
 * Whatever it throws ends the reading and reaches the caller unchanged; the file is closed first.
 */
public interface Receiver<T> {
  void taken(T line);

  void skipped(SkippedLine line);

  /**
   * How far reading is, in bytes of the file as uploaded; called after each line or trace, never
   * backwards.
   */
  default void at(long position, long size) {}
}
