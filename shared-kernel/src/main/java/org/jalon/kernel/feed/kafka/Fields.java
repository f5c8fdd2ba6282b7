package org.jalon.kernel.feed.kafka;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Byte strings one behind the other, each behind its length in four bytes, the highest first. */
final class Fields {

  private Fields() {}

  static byte[] join(List<byte[]> fields) {
    ByteBuffer joined =
        ByteBuffer.allocate(fields.stream().mapToInt(field -> Integer.BYTES + field.length).sum());
    fields.forEach(field -> joined.putInt(field.length).put(field));
    return joined.array();
  }

  static byte[] joinTexts(Stream<String> texts) {
    return join(texts.map(text -> text.getBytes(StandardCharsets.UTF_8)).toList());
  }

  /**
   * @throws IllegalArgumentException if the bytes are not such fields
   */
  static List<byte[]> split(byte[] joined) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(joined);
      var fields = new ArrayList<byte[]>();
      while (bytes.hasRemaining()) {
        int length = bytes.getInt();
        if (length < 0 || length > bytes.remaining()) {
          throw new IllegalArgumentException("a field of length %d is cut".formatted(length));
        }
        byte[] field = new byte[length];
        bytes.get(field);
        fields.add(field);
      }
      return fields;
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("a length is cut", e);
    }
  }

  /**
   * @throws IllegalArgumentException if the bytes are not pairs of such fields
   */
  static List<String> splitPairs(byte[] joined) {
    List<String> texts =
        split(joined).stream().map(field -> new String(field, StandardCharsets.UTF_8)).toList();
    if (texts.size() % 2 != 0) {
      throw new IllegalArgumentException("a name has no value");
    }
    return texts;
  }
}
