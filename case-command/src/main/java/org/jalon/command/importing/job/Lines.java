package org.jalon.command.importing.job;

import org.jalon.command.importing.Receiver;
import org.jalon.command.importing.SkippedLine;

/** Hands each line of a file on, and what was skipped to the progress. */
final class Lines<T> implements Receiver<T> {

  /** What is done with a line. */
  @FunctionalInterface
  interface Each<T> {
    void take(T line) throws InterruptedException;
  }

  private final Progress progress;
  private final Each<T> each;

  Lines(Progress progress, Each<T> each) {
    this.progress = progress;
    this.each = each;
  }

  @Override
  public void taken(T line) {
    try {
      each.take(line);
    } catch (InterruptedException _) {
      throw Interrupted.failure();
    }
  }

  @Override
  public void skipped(SkippedLine line) {
    progress.skipped(line);
    progress.decided();
  }

  @Override
  public void at(long position, long size) {
    progress.at(position, size);
  }
}
