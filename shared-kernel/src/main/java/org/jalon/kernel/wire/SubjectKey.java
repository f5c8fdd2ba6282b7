package org.jalon.kernel.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jalon.kernel.BoxPlace;
import org.jalon.kernel.SealedBox;
import org.jalon.kernel.Visibility;

/**
 * The secret of one case or person and what is derived from it by HKDF-SHA256: the id that the
 * chain commits to, the key that seals, the key that fingerprints.
 */
public final class SubjectKey {

  /** Bytes of a secret. */
  public static final int SECRET_BYTES = 32;

  private static final String ALGORITHM = "A256GCM";
  private static final int FORMAT = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_ID_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] secret;
  private final String id;
  private final Supplier<byte[]> nonces;

  /**
   * @param secret 32 random bytes
   */
  public SubjectKey(byte[] secret) {
    this(secret, SubjectKey::randomNonce);
  }

  /** A key that takes its nonces from elsewhere; one used twice would break the seal. */
  SubjectKey(byte[] secret, Supplier<byte[]> nonces) {
    if (secret.length != SECRET_BYTES) {
      throw new IllegalArgumentException("a secret has %d bytes".formatted(SECRET_BYTES));
    }
    this.secret = secret.clone();
    this.nonces = nonces;
    this.id = HexFormat.of().formatHex(derive("jalon key id", KEY_ID_BYTES));
  }

  /** A new key from a new random secret. */
  public static SubjectKey random() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return new SubjectKey(secret);
  }

  /** 32 hexadecimal digits derived from the secret; says nothing about it. */
  public String id() {
    return id;
  }

  /** A copy of the secret, to be wrapped at once. */
  public byte[] secret() {
    return secret.clone();
  }

  /**
   * A keyed fingerprint of a command's body, in the form {@code keyId:hex}: 32 and 64 hexadecimal
   * digits. It means nothing once the secret is gone; whether it is, {@link KeyStore#states} tells
   * by the id before the colon.
   */
  public String fingerprint(byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(derive("jalon fingerprint", SECRET_BYTES), "HmacSHA256"));
      return id + ":" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK lacks HMAC-SHA256", e);
    }
  }

  /** The id of the key that made a fingerprint; empty for one that no key made. */
  public static Optional<String> keyIdOf(String fingerprint) {
    int colon = fingerprint.indexOf(':');
    return colon < 0 ? Optional.empty() : Optional.of(fingerprint.substring(0, colon));
  }

  SealedBox seal(BoxPlace place, String path, String text) {
    byte[] nonce = nonces.get();
    SealedBox.Kind kind = SealedBox.Kind.NARRATIVE;
    byte[] bound = BoundData.of(place, path, kind, Visibility.TEAM, id);
    try {
      byte[] ciphertext =
          cipher(Cipher.ENCRYPT_MODE, nonce, bound).doFinal(text.getBytes(StandardCharsets.UTF_8));
      return new SealedBox(path, FORMAT, ALGORITHM, kind, Visibility.TEAM, id, nonce, ciphertext);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealing failed", e);
    }
  }

  String open(BoxPlace place, SealedBox box) {
    if (box.format() != FORMAT || !box.algorithm().equals(ALGORITHM)) {
      throw new UnreadableBox(
          "box %s has format %d and algorithm %s, which this Jalon does not know; update it"
              .formatted(box.path(), box.format(), box.algorithm()));
    }
    byte[] bound = BoundData.of(place, box.path(), box.kind(), box.visibility(), box.keyId());
    try {
      byte[] text = cipher(Cipher.DECRYPT_MODE, box.nonce(), bound).doFinal(box.ciphertext());
      return new String(text, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new UnreadableBox(
          "box %s of event %s does not open with its key: it was altered or moved from its place"
              .formatted(box.path(), place.eventId()));
    }
  }

  private static byte[] randomNonce() {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    return nonce;
  }

  private Cipher cipher(int mode, byte[] nonce, byte[] bound) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    SecretKey key = new SecretKeySpec(derive("jalon seal", SECRET_BYTES), "AES");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(bound);
    return cipher;
  }

  private byte[] derive(String purpose, int bytes) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract()
                  .addIKM(secret)
                  .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK lacks HKDF-SHA256", e);
    }
  }
}
