package org.jalon.command.ledger.chain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A SHA-256 taken over single bytes and over fields, each field behind its length. */
public final class Hash {

  /** Bytes of a finished hash. */
  public static final int LENGTH = 32;

  /** Short fields are gathered, since every update of a digest has its price. */
  private static final int GATHERED = 512;

  private static final MessageDigest SHA_256 = sha256();

  private final MessageDigest digest;
  private final byte[] gathered = new byte[GATHERED];
  private int length;

  public Hash() {
    try {
      digest = (MessageDigest) SHA_256.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the platform's SHA-256 can be cloned", e);
    }
  }

  /** The hash of the bytes and nothing else. */
  public static byte[] of(byte[] bytes) {
    return new Hash().raw(bytes).done();
  }

  /** Takes the bytes as they are. */
  public Hash raw(byte... bytes) {
    if (bytes.length > GATHERED - length) {
      hand();
    }
    if (bytes.length > GATHERED) {
      digest.update(bytes);
    } else {
      System.arraycopy(bytes, 0, gathered, length, bytes.length);
      length += bytes.length;
    }
    return this;
  }

  /** Takes the length as four bytes, the highest first, then the bytes. */
  public Hash field(byte[] bytes) {
    number(bytes.length, Integer.BYTES);
    return raw(bytes);
  }

  /** Takes the text's UTF-8 bytes as a field. */
  public Hash field(String text) {
    return field(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Takes the number's eight bytes, the highest first, as a field. */
  public Hash field(long number) {
    number(Long.BYTES, Integer.BYTES);
    number(number, Long.BYTES);
    return this;
  }

  /** The hash of what was taken; nothing more may be taken then. */
  public byte[] done() {
    hand();
    return digest.digest();
  }

  private void number(long number, int bytes) {
    if (bytes > GATHERED - length) {
      hand();
    }
    for (int shift = Byte.SIZE * (bytes - 1); shift >= 0; shift -= Byte.SIZE) {
      gathered[length++] = (byte) (number >>> shift);
    }
  }

  private void hand() {
    digest.update(gathered, 0, length);
    length = 0;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
