package org.jalon.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The port on the loopback, looked at before anything expensive begins. */
final class Port {

  private Port() {}

  /**
   * @throws CannotStart if somebody listens there
   */
  static void requireFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
    } catch (IOException e) {
      throw taken(port, e);
    }
  }

  static CannotStart taken(int port, Exception cause) {
    return new CannotStart(
        "port %d on 127.0.0.1 cannot be had (%s); is another Jalon running? Set JALON_PORT to a free port, for example JALON_PORT=%d"
            .formatted(port, cause.getMessage(), port == 65_535 ? 8_080 : port + 1),
        cause);
  }
}
