package org.jalon.command.ledger.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A SHA-256 taken over single bytes and over fields, each field behind its length. */
public final class Hash {

  /** Bytes of a finished hash. */
  public static final int LENGTH = 32;

  private final MessageDigest digest;

  public Hash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The hash of the bytes and nothing else. */
  public static byte[] of(byte[] bytes) {
    return new Hash().raw(bytes).done();
  }

  /** Takes the bytes as they are. */
  public Hash raw(byte... bytes) {
    digest.update(bytes);
    return this;
  }

  /** Takes the length as four bytes, the highest first, then the bytes. */
  public Hash field(byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
    return this;
  }

  /** Takes the text's UTF-8 bytes as a field. */
  public Hash field(String text) {
    return field(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Takes the number's eight bytes, the highest first, as a field. */
  public Hash field(long number) {
    return field(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
  }

  public byte[] done() {
    return digest.digest();
  }
}
