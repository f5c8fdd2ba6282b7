package org.jalon.command.ledger.checkpoint;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import org.jalon.command.ledger.chain.Checkpoint;
import org.jalon.command.ledger.chain.Head;
import org.jalon.command.ledger.chain.Micros;

/** An Ed25519 key pair that signs checkpoints. */
final class SigningKey {

  private static final String ALGORITHM = "Ed25519";
  private static final byte[] UNSIGNED = {};

  private final PrivateKey secret;
  private final byte[] publicKey;

  private SigningKey(PrivateKey secret, byte[] publicKey) {
    this.secret = secret;
    this.publicKey = publicKey;
  }

  static SigningKey random() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      return new SigningKey(pair.getPrivate(), pair.getPublic().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /**
   * The pair of these encodings.
   *
   * @throws IllegalArgumentException if they are none, or not of one pair
   */
  static SigningKey of(byte[] secret, byte[] publicKey) {
    try {
      PrivateKey key =
          KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(secret));
      SigningKey pair = new SigningKey(key, publicKey);
      if (!pair.sign("", new Head(0, UNSIGNED, Instant.EPOCH), Instant.EPOCH).rightlySigned()) {
        throw new IllegalArgumentException("its two halves do not belong together");
      }
      return pair;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("it is no %s key".formatted(ALGORITHM), e);
    }
  }

  Checkpoint sign(String ledger, Head head, Instant now) {
    Checkpoint unsigned =
        new Checkpoint(
            ledger, head.position(), head.chainHash(), Micros.of(now), publicKey, UNSIGNED);
    return new Checkpoint(
        unsigned.ledger(),
        unsigned.position(),
        unsigned.chain(),
        unsigned.signedAt(),
        publicKey,
        signature(unsigned.signedBytes()));
  }

  private byte[] signature(byte[] bytes) {
    try {
      Signature signer = Signature.getInstance(ALGORITHM);
      signer.initSign(secret);
      signer.update(bytes);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("signing failed", e);
    }
  }

  String id() {
    return Checkpoint.keyId(publicKey);
  }

  /** In its X.509 encoding. */
  byte[] publicKey() {
    return publicKey.clone();
  }

  /** In its PKCS 8 encoding. */
  byte[] secret() {
    return secret.getEncoded();
  }

  /** Names the key without its secret. */
  @Override
  public String toString() {
    return "SigningKey[%s]".formatted(id());
  }
}
