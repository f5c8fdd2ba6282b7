package org.jalon.command.ledger;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Tags as stored with their event: sorted by key, then value (as UTF-16), each as key and value in
 * UTF-8 behind their length in four bytes, the highest first.
 */
final class TagBytes {

  private TagBytes() {}

  static byte[] write(Collection<EventTag> tags) {
    List<byte[]> fields = new ArrayList<>(2 * tags.size());
    int length = 0;
    for (EventTag tag : new TreeSet<>(tags)) {
      for (String text : List.of(tag.key(), tag.value())) {
        byte[] field = text.getBytes(StandardCharsets.UTF_8);
        fields.add(field);
        length += Integer.BYTES + field.length;
      }
    }
    ByteBuffer bytes = ByteBuffer.allocate(length);
    for (byte[] field : fields) {
      bytes.putInt(field.length).put(field);
    }
    return bytes.array();
  }

  /**
   * @throws IllegalArgumentException if the bytes are not tags
   */
  static List<EventTag> read(byte[] stored) {
    ByteBuffer bytes = ByteBuffer.wrap(stored);
    List<EventTag> tags = new ArrayList<>();
    while (bytes.hasRemaining()) {
      tags.add(new EventTag(text(bytes), text(bytes)));
    }
    return List.copyOf(tags);
  }

  private static String text(ByteBuffer bytes) {
    try {
      int length = bytes.getInt();
      if (length < 0 || length > bytes.remaining()) {
        throw new IllegalArgumentException("stored tags are cut or altered: length " + length);
      }
      int start = bytes.position();
      bytes.position(start + length);
      return new String(bytes.array(), start, length, StandardCharsets.UTF_8);
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("stored tags are cut or altered", e);
    }
  }
}
