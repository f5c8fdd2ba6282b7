package org.jalon.command.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Base64;
import java.util.List;
import org.jalon.command.ledger.Ledger;
import org.jalon.command.ledger.chain.Broken;
import org.jalon.command.ledger.checkpoint.Checkpoints;
import org.jalon.kernel.edge.ProblemException;
import org.jalon.kernel.edge.Violation;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What an auditor takes away from the ledger: proofs of single events, and signed checkpoints. */
@RestController
@RequestMapping(path = "/api/ledger")
@Tag(name = "Ledger")
final class ProofController {

  private static final int MOST = 1_000;

  private final Ledger ledger;
  private final Checkpoints checkpoints;

  ProofController(Ledger ledger, Checkpoints checkpoints) {
    this.ledger = ledger;
    this.checkpoints = checkpoints;
  }

  /** Checkpoints, the last signed first. */
  record Signed(List<SignedBody> checkpoints, int offset, int limit) {}

  /**
   * A key that signs checkpoints.
   *
   * @param id the first 16 bytes of SHA-256 over the public key, in hexadecimal
   * @param publicKey X.509, in base64
   */
  record Key(String id, String algorithm, String publicKey) {}

  /** The keys that sign here; one. */
  record Keys(List<Key> keys) {}

  @GetMapping(path = "/proof/{position}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Proves that one event belongs to the ledger, up to a signed checkpoint",
      description =
          "Everything under the event's leaf hash (sealed bytes by their hash only), the path to"
              + " the root of its batch after RFC 9162, section 2.1.3, and the batches up to the"
              + " next checkpoint. Save it and run `LedgerVerifier proof FILE`.")
  ProofBody proof(@PathVariable("position") long position) {
    if (position < 1) {
      throw ProblemException.malformed(
          Violation.ofField(
              "POSITION_OUT_OF_RANGE",
              "position",
              "position is %d; positions begin at 1".formatted(position)));
    }
    if (ledger.batchHolding(position).isEmpty()) {
      throw beyond(position);
    }
    try {
      return ledger
          .audit()
          .proof(position, checkpoints.from(position).orElse(null))
          .map(ProofBody::of)
          .orElseThrow(() -> beyond(position));
    } catch (Broken e) {
      throw ProblemException.of(
          500,
          "Altered",
          Violation.ofField(
              "LEDGER_ALTERED",
              "position",
              "position %d cannot be proved: %s; see /api/ledger/integrity"
                  .formatted(position, e.reason())));
    }
  }

  @GetMapping(path = "/checkpoints", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Signed checkpoints, the last signed first",
      description = "`limit` is 50 unless given, at most 1000; `offset` skips so many.")
  Signed checkpoints(
      @RequestParam(value = "offset", defaultValue = "0") int offset,
      @RequestParam(value = "limit", defaultValue = "50") int limit) {
    requireWithin("offset", offset, 0, Integer.MAX_VALUE);
    requireWithin("limit", limit, 1, MOST);
    List<SignedBody> page = checkpoints.list(offset, limit).stream().map(SignedBody::of).toList();
    return new Signed(page, offset, limit);
  }

  @GetMapping(path = "/checkpoints/lines", produces = "application/jsonl")
  @Operation(
      summary = "All signed checkpoints as lines of JSON, in the order signed",
      description = "What `LedgerVerifier --checkpoint FILE` reads. Keep copies elsewhere.")
  ResponseEntity<StreamingResponseBody> lines() {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/jsonl"))
        .body(checkpoints::copy);
  }

  @GetMapping(path = "/checkpoints/keys", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "The public key that signs checkpoints here")
  Keys keys() {
    return new Keys(
        List.of(
            new Key(
                checkpoints.keyId(),
                "Ed25519",
                Base64.getEncoder().encodeToString(checkpoints.publicKey()))));
  }

  private ProblemException beyond(long position) {
    return ProblemException.unknown(
        Violation.ofField(
            "POSITION_UNKNOWN",
            "position",
            "position %d lies beyond the head of the ledger, %d; ask for 1 to %2$d"
                .formatted(position, ledger.head().position())));
  }

  private static void requireWithin(String parameter, int given, int least, int most) {
    if (given < least || given > most) {
      throw ProblemException.malformed(
          Violation.ofField(
              "PARAMETER_OUT_OF_RANGE",
              parameter,
              "%s is %d; it is %d to %d".formatted(parameter, given, least, most)));
    }
  }
}
