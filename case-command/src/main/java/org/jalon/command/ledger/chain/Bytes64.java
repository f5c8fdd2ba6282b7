package org.jalon.command.ledger.chain;

import java.util.Base64;

/** Bytes as text in base64 (RFC 4648, with padding), in the one way that the encoder writes. */
final class Bytes64 {

  private static final int QUANTUM = 4;

  private Bytes64() {}

  static String write(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * @throws IllegalArgumentException if it is no base64, or has bits or padding too many or too few
   */
  static byte[] read(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    if (text.length() % QUANTUM != 0 || !endsAsWritten(text)) {
      throw new IllegalArgumentException("bytes in base64 do not end as they are written");
    }
    return bytes;
  }

  /** Only the last quantum can be written in several ways. */
  private static boolean endsAsWritten(String text) {
    if (!text.endsWith("=")) {
      return true;
    }
    String last = text.substring(text.length() - QUANTUM);
    return write(Base64.getDecoder().decode(last)).equals(last);
  }
}
