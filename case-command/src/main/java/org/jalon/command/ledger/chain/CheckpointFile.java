package org.jalon.command.ledger.chain;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Checkpoints kept in a file, one line of JSON each, in the order signed.
 *
 * @param checkpoints that could be read, the newest at most {@link #MOST}
 * @param faults of the lines that could not, in sentences
 */
public record CheckpointFile(List<Checkpoint> checkpoints, List<String> faults) {

  /** Most checkpoints kept of one file; older ones are not looked at. */
  public static final int MOST = 50_000;

  /**
   * Reads a file; signatures are not checked here.
   *
   * @throws IOException if it cannot be read
   */
  public static CheckpointFile read(Path file) throws IOException {
    Deque<Checkpoint> newest = new ArrayDeque<>();
    List<String> faults = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        try {
          newest.add(ExportLine.read(line).asCheckpoint());
          if (newest.size() > MOST) {
            newest.remove();
          }
        } catch (IllegalArgumentException e) {
          faults.add("line %d of %s is no checkpoint: %s".formatted(number, file, e.getMessage()));
        }
      }
    }
    return new CheckpointFile(List.copyOf(newest), List.copyOf(faults));
  }
}
