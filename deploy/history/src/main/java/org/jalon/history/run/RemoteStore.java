package org.jalon.history.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jalon.history.Append;
import org.jalon.history.Criterion;
import org.jalon.history.Outcome;
import org.jalon.history.load.Lines;
import org.jalon.history.load.Store;
import org.jspecify.annotations.Nullable;

/** The ledger by way of a node, and of the next one when that is gone. */
final class RemoteStore implements Store {

  private static final int CONNECT_MILLIS = 500;

  /** Beyond all that a node waits for itself. */
  private static final int ANSWER_MILLIS = 60_000;

  private record Line(Socket socket, BufferedReader in) {}

  private final Path directory;
  private final List<String> nodes;
  private int next;
  private @Nullable Line line;

  /**
   * @param first which of the nodes to ask first
   */
  RemoteStore(Path directory, List<String> nodes, int first) {
    this.directory = directory;
    this.nodes = nodes;
    next = first % nodes.size();
  }

  /** Holds the port of the node. */
  static String file(String node) {
    return node + ".port";
  }

  @Override
  public Outcome append(Append append) {
    Line open;
    try {
      open = connected();
    } catch (IOException e) {
      return new Outcome.Failed("not sent");
    }
    try {
      return Lines.outcome(ask(open, "append " + Lines.append(append)));
    } catch (SocketTimeoutException e) {
      drop();
      return new Outcome.Unanswered();
    } catch (IOException e) {
      drop();
      return new Outcome.Unknown("lost the node");
    }
  }

  @Override
  public Slice source(List<Criterion> criteria, long after) throws Unreadable {
    String[] words = question("source %s %d".formatted(Lines.criteria(criteria), after)).split(" ");
    return new Slice(Long.parseLong(words[1]), Lines.positions(words[3]), Long.parseLong(words[2]));
  }

  @Override
  public List<Seen> read(long after, int most) throws Unreadable {
    String[] words = question("read %d %d".formatted(after, most)).split(" ");
    return Arrays.stream(words).skip(1).map(Lines::seen).toList();
  }

  private String question(String text) throws Unreadable {
    try {
      String answer = ask(connected(), text);
      if (answer.startsWith("X")) {
        throw new Unreadable(answer);
      }
      return answer;
    } catch (IOException e) {
      drop();
      throw new Unreadable(e.toString());
    }
  }

  private static String ask(Line line, String text) throws IOException {
    line.socket().getOutputStream().write((text + "\n").getBytes(StandardCharsets.US_ASCII));
    String answer = line.in().readLine();
    if (answer == null) {
      throw new IOException("the node has gone");
    }
    return answer;
  }

  private Line connected() throws IOException {
    if (line != null) {
      return line;
    }
    for (int i = 0; i < nodes.size(); i++) {
      String port = new Address(directory.resolve(file(node()))).read();
      try {
        if (!port.isEmpty()) {
          line = connect(Integer.parseInt(port));
          return line;
        }
      } catch (IOException _) {
        // the next one may be there
      }
      next = (next + 1) % nodes.size();
    }
    throw new IOException("no node can be reached");
  }

  private static Line connect(int port) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(ANSWER_MILLIS);
      var in = new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII);
      return new Line(socket, new BufferedReader(in));
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private void drop() {
    close();
    next = (next + 1) % nodes.size();
  }

  @Override
  public String node() {
    return nodes.get(next);
  }

  @Override
  public void close() {
    try {
      if (line != null) {
        line.socket().close();
      }
    } catch (IOException _) {
      // it is gone either way
    }
    line = null;
  }
}
