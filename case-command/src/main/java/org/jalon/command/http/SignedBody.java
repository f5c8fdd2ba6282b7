package org.jalon.command.http;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.jalon.command.ledger.chain.Checkpoint;
import org.jalon.command.ledger.chain.Micros;

/**
 * A checkpoint as answered; docs/ledger-format.md has the bytes that are signed.
 *
 * @param position the last of a batch
 * @param chainHash of that batch, in hexadecimal
 * @param signedAt when it was signed
 * @param signedAtMicros the same in microseconds since 1970-01-01T00:00Z, as signed
 * @param key id of the key that signed it
 * @param publicKey Ed25519, X.509, in base64
 * @param signature in base64
 */
record SignedBody(
    String ledger,
    long position,
    String chainHash,
    Instant signedAt,
    long signedAtMicros,
    String key,
    String publicKey,
    String signature) {

  static SignedBody of(Checkpoint checkpoint) {
    return new SignedBody(
        checkpoint.ledger(),
        checkpoint.position(),
        HexFormat.of().formatHex(checkpoint.chain()),
        Micros.instant(checkpoint.signedAt()),
        checkpoint.signedAt(),
        checkpoint.keyId(),
        Base64.getEncoder().encodeToString(checkpoint.publicKey()),
        Base64.getEncoder().encodeToString(checkpoint.signature()));
  }
}
