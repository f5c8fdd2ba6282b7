package org.jalon.history.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jalon.history.load.Lines;
import org.jalon.history.load.Store;

/** One client of a node: a line asks, a line answers. */
final class NodeConnection implements Runnable {

  private final Socket socket;
  private final Store store;

  NodeConnection(Socket socket, Store store) {
    this.socket = socket;
    this.store = store;
  }

  @Override
  public void run() {
    try (socket) {
      socket.setTcpNoDelay(true);
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String answer = answer(line.split(" ")) + "\n";
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException _) {
      // the client is gone; whatever it had sent is its own to doubt
    }
  }

  private String answer(String[] words) {
    try {
      return switch (words[0]) {
        case "append" -> Lines.outcome(store.append(Lines.append(words, 1)));
        case "source" -> {
          Store.Slice slice = store.source(Lines.criteria(words[1]), Long.parseLong(words[2]));
          yield "S %d %d %s"
              .formatted(slice.marker(), slice.ids(), Lines.positions(slice.positions()));
        }
        case "read" ->
            "V " + Lines.seen(store.read(Long.parseLong(words[1]), Integer.parseInt(words[2])));
        default -> throw new IllegalArgumentException("no question: " + words[0]);
      };
    } catch (Store.Unreadable e) {
      return "X " + String.valueOf(e.getMessage()).replace('\n', ' ');
    }
  }
}
