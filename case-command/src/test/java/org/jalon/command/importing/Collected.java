package org.jalon.command.importing;

import java.util.ArrayList;
import java.util.List;

/** Keeps all that a reader found. */
final class Collected<T> implements Receiver<T> {
  final List<T> taken = new ArrayList<>();
  final List<SkippedLine> skipped = new ArrayList<>();
  final List<Long> positions = new ArrayList<>();

  @Override
  public void taken(T line) {
    taken.add(line);
  }

  @Override
  public void skipped(SkippedLine line) {
    skipped.add(line);
  }

  @Override
  public void at(long position, long size) {
    positions.add(position);
  }
}
