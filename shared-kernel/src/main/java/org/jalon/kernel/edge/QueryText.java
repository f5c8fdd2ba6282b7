package org.jalon.kernel.edge;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Whether the query of an address can be read at all. */
final class QueryText {

  private QueryText() {}

  /** Pairs with names, percent signs with two hexadecimal digits each, UTF-8 behind them. */
  static boolean isReadable(@Nullable String query) {
    return query == null
        || Arrays.stream(query.split("&"))
            .filter(pair -> !pair.isEmpty())
            .allMatch(pair -> !pair.startsWith("=") && isUtf8(pair));
  }

  private static boolean isUtf8(String encoded) {
    if (encoded.replaceAll("%[0-9a-fA-F]{2}", "").contains("%")) {
      return false;
    }
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < encoded.length(); i++) {
      if (encoded.charAt(i) == '%') {
        bytes.write(Integer.parseInt(encoded, i + 1, i + 3, 16));
        i += 2;
      } else {
        bytes.write(encoded.charAt(i));
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
