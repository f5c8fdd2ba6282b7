package org.jalon.history.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jalon.history.Append;
import org.jalon.history.Outcome;
import org.jalon.history.Sourced;

/**
 * A file of what clients or a reader did and were told, a line each, handed to the operating system
 * before anything else happens: {@code kill -9} of the process loses none.
 */
public final class Notebook implements AutoCloseable {

  /** Ends the name of a file with the appends and sourcings of many clients. */
  public static final String CLIENTS = ".clients";

  /** Ends the name of a file with what one reader saw. */
  public static final String READER = ".reader";

  private final FileChannel file;
  private final ReentrantLock lock = new ReentrantLock();

  public Notebook(Path path) throws IOException {
    file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** Something is about to be appended. */
  public void invoked(Append append, long at) {
    write("I %d %s\n".formatted(at, Lines.append(append)));
  }

  /** This became of it. */
  public void returned(long request, long at, String node, Outcome outcome) {
    write("O %d %s %s %s\n".formatted(at, Long.toHexString(request), node, Lines.outcome(outcome)));
  }

  /** This was sourced. */
  public void sourced(Sourced sourced) {
    write(
        "S %d %d %s %d %d %d %s\n"
            .formatted(
                sourced.startedAt(),
                sourced.endedAt(),
                Lines.criteria(sourced.criteria()),
                sourced.after(),
                sourced.marker(),
                sourced.ids(),
                Lines.positions(sourced.positions())));
  }

  /** A reader begins behind a position. */
  public void begins(long after) {
    write("B %d\n".formatted(after));
  }

  /**
   * A reader was given these events.
   *
   * @param askedAt when it asked for all there are, if these were all; else 0
   */
  public void saw(long askedAt, List<Store.Seen> events) {
    write("V %d %s\n".formatted(askedAt, Lines.seen(events)));
  }

  private void write(String line) {
    ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
    lock.lock();
    try {
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the history cannot be written", e);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
