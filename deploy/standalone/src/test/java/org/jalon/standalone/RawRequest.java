package org.jalon.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request as bytes, for what no proper client would send. */
final class RawRequest {

  private static final int DEADLINE_MILLIS = 20_000;

  private RawRequest() {}

  /** Sends the lines, each ended as HTTP wants, and reads until the server closes. */
  static String send(int port, String... lines) throws IOException {
    try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
      socket.setSoTimeout(DEADLINE_MILLIS);
      String text = String.join("\r\n", lines) + "\r\n";
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
