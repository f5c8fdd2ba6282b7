package org.jalon.command.ledger;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jalon.command.ledger.chain.FlatJson;

/** Metadata as stored: a JSON object of texts in UTF-8, names sorted (as UTF-16), no spaces. */
final class MetadataBytes {

  private MetadataBytes() {}

  static byte[] write(Map<String, String> metadata) {
    return metadata.isEmpty()
        ? new byte[] {'{', '}'}
        : FlatJson.write(new TreeMap<>(metadata)).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @throws IllegalArgumentException if the bytes are not metadata
   */
  static Map<String, String> read(byte[] stored) {
    Map<String, String> metadata = new HashMap<>();
    FlatJson.read(new String(stored, StandardCharsets.UTF_8))
        .forEach((name, value) -> metadata.put(name, value.toString()));
    return Map.copyOf(metadata);
  }
}
