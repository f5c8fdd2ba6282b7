package org.jalon.benchmark;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** Tags as a store keeps them that has no format of its own: some bytes, and a hash of each. */
final class TagText {

  private TagText() {}

  static byte[] bytes(List<String[]> tags) {
    var all = new ByteArrayOutputStream();
    for (String[] tag : tags) {
      all.writeBytes(utf8(tag));
    }
    return all.toByteArray();
  }

  static long hash(String[] tag) {
    try {
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(utf8(tag))).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK lacks SHA-256", e);
    }
  }

  private static byte[] utf8(String[] tag) {
    return (tag[0] + "\0" + tag[1]).getBytes(StandardCharsets.UTF_8);
  }
}
