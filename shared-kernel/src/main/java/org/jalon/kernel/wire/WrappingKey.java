package org.jalon.kernel.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that wraps the secrets of all subjects; it lives in a file of its owner alone, never in
 * the database.
 */
public final class WrappingKey {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;
  private final String id;
  private final int version;
  private final byte[] secret;

  /** A key as its file holds it; its id is derived from its secret, so a damaged file shows. */
  WrappingKey(Path file, int version, byte[] secret) {
    this.file = file;
    this.id = idOf(secret);
    this.version = version;
    this.secret = secret.clone();
  }

  /**
   * Reads the key from its file.
   *
   * @throws KeyUnavailable if the file is missing, damaged, no plain file, or open to others than
   *     its owner; the message names the file and the way out
   */
  public static WrappingKey read(Path file) {
    return WrappingKeyFile.read(file);
  }

  /**
   * Reads the key from its file, made with a new random secret if there is none; of several that
   * make it at once, all get the same.
   *
   * @throws KeyUnavailable as {@link #read}, or if the file cannot be written
   */
  public static WrappingKey readOrCreate(Path file) {
    return WrappingKeyFile.readOrCreate(file);
  }

  /** 32 hexadecimal digits derived from its secret. */
  public String id() {
    return id;
  }

  /** Counts the keys that followed one another, from 1. */
  public int version() {
    return version;
  }

  /** The file it was read from. */
  public Path file() {
    return file;
  }

  /** Wraps a secret for its row: a nonce of 12 bytes, the ciphertext, a tag of 16 bytes. */
  byte[] wrap(SubjectKey key, String subject, String kind) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] plain = key.secret();
    try {
      byte[] ciphertext =
          cipher(Cipher.ENCRYPT_MODE, nonce, key.id(), subject, kind).doFinal(plain);
      return ByteBuffer.allocate(NONCE_BYTES + ciphertext.length)
          .put(nonce)
          .put(ciphertext)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("wrapping failed", e);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  /**
   * Unwraps the secret of a row.
   *
   * @throws KeyUnavailable if this key did not wrap it for that row
   */
  SubjectKey unwrap(byte[] wrapped, String keyId, String subject, String kind) {
    if (wrapped.length <= NONCE_BYTES) {
      throw doesNotOpen(keyId);
    }
    byte[] nonce = Arrays.copyOf(wrapped, NONCE_BYTES);
    try {
      byte[] plain =
          cipher(Cipher.DECRYPT_MODE, nonce, keyId, subject, kind)
              .doFinal(wrapped, NONCE_BYTES, wrapped.length - NONCE_BYTES);
      var key = new SubjectKey(plain);
      Arrays.fill(plain, (byte) 0);
      if (!key.id().equals(keyId)) {
        throw doesNotOpen(keyId);
      }
      return key;
    } catch (GeneralSecurityException e) {
      throw doesNotOpen(keyId);
    }
  }

  /** What the file holds after its id and version. */
  String secretInHex() {
    return HexFormat.of().formatHex(secret);
  }

  /** Names the key without its secret. */
  @Override
  public String toString() {
    return "WrappingKey[%s, version %d, %s]".formatted(id, version, file);
  }

  static String idOf(byte[] secret) {
    return new SubjectKey(secret).id();
  }

  private KeyUnavailable doesNotOpen(String keyId) {
    return new KeyUnavailable(
        "secret %s does not open with wrapping key %s of %s: its row was altered or moved; restore the key store from its backup"
            .formatted(keyId, id, file));
  }

  private Cipher cipher(int mode, byte[] nonce, String keyId, String subject, String kind)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    for (String part : new String[] {"jalon wrapped secret", keyId, subject, kind}) {
      byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
      cipher.updateAAD(ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
      cipher.updateAAD(utf8);
    }
    return cipher;
  }
}
