package org.jalon.history.load;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jalon.history.Event;
import org.jalon.history.EventId;
import org.jalon.history.Findings;
import org.jalon.history.StandingLog;

/** The file of what stands in the end, a line for each event. */
public final class Standing implements AutoCloseable {

  private static final String FILE = "standing.log";

  private final BufferedWriter file;

  /** Begins the file of a directory. */
  public Standing(Path directory) throws IOException {
    file = Files.newBufferedWriter(directory.resolve(FILE));
  }

  /** The next event; see {@link StandingLog#add}. */
  public void add(long position, EventId id, Event event, long recorded) throws IOException {
    file.write("%d:%s %d %s\n".formatted(position, id, recorded, Lines.event(event)));
  }

  /** Reads the file of a directory. */
  public static StandingLog read(Path directory, Findings findings) throws IOException {
    StandingLog log = new StandingLog(findings);
    try (var lines = Files.newBufferedReader(directory.resolve(FILE))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ");
        Store.Seen seen = Lines.seen(words[0]);
        log.add(seen.position(), seen.id(), Lines.event(words[2]), Long.parseLong(words[1]));
      }
    }
    return log;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
