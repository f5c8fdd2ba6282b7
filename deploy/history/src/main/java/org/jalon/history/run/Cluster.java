package org.jalon.history.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** The nodes and the processes of clients, each replaced when it is killed. */
final class Cluster {

  private static final Duration FINISHING = Duration.ofMinutes(3);

  /** One node has a small window, so that old markers are checked in the database. */
  private static final List<Integer> WINDOWS = List.of(32_768, 2_000);

  private final Path directory;
  private final Settings settings;
  private final List<String> names;
  private final List<Child> nodes = new ArrayList<>();
  private final List<Child> clients = new ArrayList<>();
  private final List<AtomicLong> acknowledged = new ArrayList<>();
  private int processes;

  Cluster(Path directory, Settings settings) {
    this.directory = directory;
    this.settings = settings;
    names = IntStream.rangeClosed(1, settings.nodes()).mapToObj(i -> "node-" + i).toList();
    for (int i = 0; i < settings.nodes(); i++) {
      nodes.add(node(i));
    }
    for (int i = 0; i < settings.processes(); i++) {
      clients.add(clients());
    }
  }

  private Child node(int index) {
    return Child.start(
        Node.class,
        directory.resolve(names.get(index) + ".log"),
        List.of(
            directory.toString(),
            names.get(index),
            Integer.toString(++processes),
            Integer.toString(WINDOWS.get(index % WINDOWS.size())),
            Boolean.toString(settings.durable())));
  }

  private Child clients() {
    int number = ++processes;
    Child child =
        Child.start(
            Clients.class,
            directory.resolve("clients.log"),
            List.of(
                directory.toString(),
                Integer.toString(number),
                Integer.toString(settings.clients()),
                Long.toString(settings.seed() + number),
                Integer.toString(settings.subjects()),
                String.join(",", names)));
    AtomicLong count = new AtomicLong();
    synchronized (acknowledged) {
      acknowledged.add(count);
    }
    Thread.ofVirtual().start(() -> listen(child, count));
    return child;
  }

  private static void listen(Child child, AtomicLong count) {
    try (BufferedReader told = child.process().inputReader(StandardCharsets.US_ASCII)) {
      for (String line = told.readLine(); line != null; line = told.readLine()) {
        count.set(Long.parseLong(line));
      }
    } catch (IOException | NumberFormatException _) {
      // it was killed in the midst of a line
    }
  }

  int nodeCount() {
    return nodes.size();
  }

  int clientCount() {
    return clients.size();
  }

  String name(int node) {
    return names.get(node);
  }

  /** Appends known to be acknowledged so far. */
  long acknowledged() {
    synchronized (acknowledged) {
      return acknowledged.stream().mapToLong(AtomicLong::get).sum();
    }
  }

  void killNode(int index) throws InterruptedException {
    nodes.get(index).kill();
  }

  void startNode(int index) {
    nodes.set(index, node(index));
  }

  void stopNode(int index, Duration time) {
    nodes.get(index).stopFor(time);
  }

  void replaceClients(int index) throws InterruptedException {
    clients.get(index).kill();
    clients.set(index, clients());
  }

  /** Lets the clients finish what they have begun. */
  void finishClients() throws InterruptedException {
    for (Child child : clients) {
      child.finish(FINISHING);
    }
  }

  /** Ends everything at once. */
  void killAll() throws InterruptedException {
    for (Child child : clients) {
      child.kill();
    }
    for (Child child : nodes) {
      child.kill();
    }
  }
}
