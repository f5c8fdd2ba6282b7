package org.jalon.command.ledger.chain;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/**
 * A signed sentence: at that time this ledger had that chain hash at that position.
 *
 * <p>Signed with Ed25519 (RFC 8032) are the format byte {@code 01} and then, each behind its length
 * in four bytes: the text {@code jalon checkpoint}, the ledger id, the position (eight bytes, the
 * highest first), the chain hash, the time signed (microseconds since 1970-01-01T00:00Z, eight
 * bytes) and the id of the key.
 *
 * @param position the last of a batch; 0 for the genesis
 * @param chain the chain hash there (32 bytes)
 * @param signedAt microseconds since 1970-01-01T00:00Z
 * @param publicKey X.509 encoding of the Ed25519 key that it names itself
 */
public record Checkpoint(
    String ledger, long position, byte[] chain, long signedAt, byte[] publicKey, byte[] signature) {

  private static final String ALGORITHM = "Ed25519";
  private static final String SENTENCE = "jalon checkpoint";
  private static final int ID_BYTES = 16;

  /** The id of a public key: the first 16 bytes of SHA-256 over its encoding, in hexadecimal. */
  public static String keyId(byte[] publicKey) {
    return HexFormat.of().formatHex(Hash.of(publicKey), 0, ID_BYTES);
  }

  /** The id of the key that it says has signed it. */
  public String keyId() {
    return keyId(publicKey);
  }

  /** The bytes under the signature. */
  public byte[] signedBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(Chain.FORMAT);
    field(bytes, SENTENCE.getBytes(StandardCharsets.UTF_8));
    field(bytes, ledger.getBytes(StandardCharsets.UTF_8));
    field(bytes, ByteBuffer.allocate(Long.BYTES).putLong(position).array());
    field(bytes, chain);
    field(bytes, ByteBuffer.allocate(Long.BYTES).putLong(signedAt).array());
    field(bytes, keyId().getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  /** Whether the key it names has signed it; whose key that is, it cannot say. */
  public boolean rightlySigned() {
    try {
      Signature verifier = Signature.getInstance(ALGORITHM);
      verifier.initVerify(key(publicKey));
      verifier.update(signedBytes());
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static PublicKey key(byte[] encoded) throws GeneralSecurityException {
    return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
  }

  private static void field(ByteArrayOutputStream bytes, byte[] field) {
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(field.length).array());
    bytes.writeBytes(field);
  }
}
