package org.jalon.history.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jalon.history.Answered;
import org.jalon.history.Append;
import org.jalon.history.HistoryChecker;
import org.jalon.history.Outcome;
import org.jalon.history.Reader;
import org.jalon.history.Sourced;

/** Tells a checker what stands in the notebooks of a directory. */
public final class Notebooks {

  /** Nanoseconds in which whatever a killed client had sent is over. */
  private static final long LONGEST = 60_000_000_000L;

  private record Open(long at, Append append) {}

  private final HistoryChecker checker;
  private final Acknowledgements acknowledgements = new Acknowledgements();
  private final Map<String, Long> reasons = new TreeMap<>();

  public Notebooks(HistoryChecker checker) {
    this.checker = checker;
  }

  /** Reads all notebooks of the directory. */
  public void read(Path directory) throws IOException {
    try (var files = Files.newDirectoryStream(directory, "*" + Notebook.CLIENTS)) {
      for (Path file : files) {
        readClients(file);
      }
    }
    try (var files = Files.newDirectoryStream(directory, "*" + Notebook.READER)) {
      for (Path file : files) {
        readReader(file);
      }
    }
  }

  /** Why appends failed or are unknown, and how often. */
  public Map<String, Long> reasons() {
    return reasons;
  }

  /** When which node acknowledged. */
  public Acknowledgements acknowledgements() {
    return acknowledgements;
  }

  private void readClients(Path file) throws IOException {
    Map<Long, Open> open = new HashMap<>();
    try (var lines = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
      String line = lines.readLine();
      while (line != null) {
        String next = lines.readLine();
        boolean cutShort = next == null && !endsWithNewline(file);
        if (!cutShort) {
          readClient(line, open);
        }
        line = next;
      }
    }
    for (Open one : open.values()) {
      answered(one, one.at() + LONGEST, new Outcome.Unknown("the client was killed"));
    }
  }

  private static boolean endsWithNewline(Path file) throws IOException {
    try (var channel = Files.newByteChannel(file)) {
      var last = java.nio.ByteBuffer.allocate(1);
      channel.position(Math.max(0, channel.size() - 1)).read(last);
      return last.get(0) == '\n';
    }
  }

  private void readClient(String line, Map<Long, Open> open) {
    String[] words = line.split(" ", 8);
    switch (words[0]) {
      case "I" -> {
        Append append = Lines.append(words, 2);
        open.put(append.request(), new Open(Long.parseLong(words[1]), append));
      }
      case "O" -> {
        String[] parts = line.split(" ", 5);
        long request = Long.parseUnsignedLong(parts[2], 16);
        Open one = open.remove(request);
        if (one == null) {
          throw new IllegalArgumentException("answered and never sent: " + line);
        }
        long at = Long.parseLong(parts[1]);
        Outcome outcome = Lines.outcome(parts[4]);
        if (outcome instanceof Outcome.Acknowledged) {
          acknowledgements.add(at, parts[3]);
        }
        answered(one, at, outcome);
      }
      case "S" ->
          checker.sourced(
              new Sourced(
                  Long.parseLong(words[1]),
                  Long.parseLong(words[2]),
                  Lines.criteria(words[3]),
                  Long.parseLong(words[4]),
                  Long.parseLong(words[5]),
                  Lines.positions(words[7]),
                  Long.parseLong(words[6])));
      default -> throw new IllegalArgumentException("no line of a client: " + line);
    }
  }

  private void answered(Open one, long at, Outcome outcome) {
    switch (outcome) {
      case Outcome.Failed(String reason) -> count("failed: " + reason);
      case Outcome.Unknown(String reason) -> count("unknown: " + reason);
      case Outcome.Acknowledged _, Outcome.Rejected _, Outcome.Unanswered _ -> {}
    }
    checker.append(new Answered(one.append(), one.at(), at, outcome));
  }

  private void count(String reason) {
    reasons.merge(reason, 1L, Long::sum);
  }

  private void readReader(Path file) throws IOException {
    try (var lines = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
      String first = lines.readLine();
      if (first == null) {
        return;
      }
      long after = Long.parseLong(first.substring(2));
      Reader reader = checker.reader(file.getFileName().toString(), after);
      boolean whole = endsWithNewline(file);
      String line = lines.readLine();
      while (line != null) {
        String next = lines.readLine();
        if (next != null || whole) {
          readSeen(List.of(line.split(" ")), reader);
        }
        line = next;
      }
    }
  }

  private static void readSeen(List<String> words, Reader reader) {
    for (String word : words.subList(2, words.size())) {
      Store.Seen seen = Lines.seen(word);
      reader.saw(seen.position(), seen.id());
    }
    long askedAt = Long.parseLong(words.get(1));
    if (askedAt != 0) {
      reader.reachedEnd(askedAt);
    }
  }
}
