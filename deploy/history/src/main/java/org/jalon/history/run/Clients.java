package org.jalon.history.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jalon.history.load.Follower;
import org.jalon.history.load.Load;
import org.jalon.history.load.Notebook;

/** A process full of clients of the nodes; finishes when its input ends. */
public final class Clients {

  private static final Duration LAST_REQUESTS = Duration.ofMinutes(2);
  private static final Duration TOLD = Duration.ofMillis(500);

  private Clients() {}

  /**
   * Appends and reads until standard input ends, and tells on standard output how many appends were
   * acknowledged.
   *
   * @param arguments the directory of the run, the number of this process in the run, how many
   *     clients, the seed, how many subjects, the names of the nodes
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path directory = Path.of(arguments[0]);
    int number = Integer.parseInt(arguments[1]);
    List<String> nodes = List.of(arguments[5].split(","));
    AtomicBoolean stop = new AtomicBoolean();
    AtomicInteger first = new AtomicInteger(number);
    Notebook seen = new Notebook(directory.resolve("client-" + number + Notebook.READER));
    Thread.ofVirtual()
        .start(new Follower(new RemoteStore(directory, nodes, number), seen, 0, stop));
    try (Load load =
        new Load(
            () -> new RemoteStore(directory, nodes, first.getAndIncrement()),
            new Notebook(directory.resolve("client-" + number + Notebook.CLIENTS)),
            number,
            Integer.parseInt(arguments[2]),
            Long.parseLong(arguments[3]),
            Integer.parseInt(arguments[4]))) {
      Thread.ofPlatform().daemon().start(() -> tell(load));
      System.in.transferTo(java.io.OutputStream.nullOutputStream());
      load.finish(LAST_REQUESTS);
      IO.println(load.acknowledged());
    }
    stop.set(true);
  }

  private static void tell(Load load) {
    while (true) {
      IO.println(load.acknowledged());
      java.util.concurrent.locks.LockSupport.parkNanos(TOLD.toNanos());
    }
  }
}
