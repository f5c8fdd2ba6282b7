package org.jalon.history.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jalon.history.load.Notebook;

/** A process that writes and reads the ledger for clients elsewhere; ends with its input. */
public final class Node {

  private static final System.Logger LOG = System.getLogger(Node.class.getName());

  /** Connections that wait while this process is stopped: far more than there are clients. */
  private static final int WAITING = 4_096;

  private Node() {}

  /**
   * Serves until standard input ends.
   *
   * @param arguments the directory of the run, the node's name, the number of this process in the
   *     run, the window of events, whether commits are durable
   */
  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    String name = arguments[1];
    Thread.ofPlatform().daemon().name("serve").start(() -> serve(directory, name, arguments));
    System.in.transferTo(java.io.OutputStream.nullOutputStream());
    Runtime.getRuntime().halt(0);
  }

  private static void serve(Path directory, String name, String[] arguments) {
    OpenLedger open =
        OpenLedger.of(
            directory.resolve(Database.ADDRESS),
            name,
            Integer.parseInt(arguments[3]),
            Boolean.parseBoolean(arguments[4]));
    try (ServerSocket server = new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress())) {
      Path seen = directory.resolve(name + "-" + arguments[2] + Notebook.READER);
      StreamFollower follower =
          new StreamFollower(
              open.ledger(),
              new Notebook(seen),
              open.ledger().head().position(),
              new AtomicBoolean());
      Thread.ofVirtual().start(follower);
      new Address(directory.resolve(RemoteStore.file(name)))
          .write(Integer.toString(server.getLocalPort()));
      while (true) {
        Socket socket = server.accept();
        NodeConnection connection =
            new NodeConnection(socket, new LedgerStore(open.ledger(), name));
        Thread.ofVirtual().start(connection);
      }
    } catch (IOException | RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "node " + name + " cannot serve", e);
      Runtime.getRuntime().halt(1);
    }
  }
}
