package org.jalon.command.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jalon.command.ledger.Fork;
import org.jalon.command.ledger.Ledger;
import org.jalon.command.ledger.chain.Chain;
import org.jalon.command.ledger.chain.Checkpoint;
import org.jalon.command.ledger.chain.Head;
import org.jalon.command.ledger.chain.Integrity;
import org.jalon.command.ledger.checkpoint.Checkpoints;
import org.jalon.kernel.edge.PositionToken;
import org.jalon.kernel.edge.ProblemException;
import org.jalon.kernel.edge.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The ledger over HTTP: whether it was altered, and all of it to verify elsewhere. */
@RestController
@RequestMapping(path = "/api/ledger")
@Tag(name = "Ledger")
final class LedgerController {

  /** Names the checkpoint that an export ends with: position, chain hash, id of the key. */
  static final String CHECKPOINT = "Jalon-Checkpoint";

  private static final int MOST_SECONDS = 600;

  private final Ledger ledger;
  private final Checkpoints checkpoints;

  LedgerController(Ledger ledger, Checkpoints checkpoints) {
    this.ledger = ledger;
    this.checkpoints = checkpoints;
  }

  /**
   * Where the ledger stands.
   *
   * @param head token of its last position
   * @param position the same as a number: how many events it holds
   * @param chainHash of its last batch, in hexadecimal
   * @param recordedAt of its last batch; absent while it is empty
   * @param genesis chain hash of position 0, which holds the ledger's id
   * @param checkpoint the one signed at the highest position, absent before the first
   * @param fork why this is not the history that was signed or known here, absent while it is
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Standing(
      String ledger,
      String head,
      long position,
      String chainHash,
      @Nullable Instant recordedAt,
      String genesis,
      @Nullable SignedBody checkpoint,
      @Nullable String fork) {}

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Where the ledger stands, and its last signed checkpoint")
  ResponseEntity<Standing> standing() {
    Head head = ledger.head();
    String token = new PositionToken(ledger.id(), head.position()).toString();
    return ResponseEntity.ok()
        .header(PositionToken.HEADER, token)
        .body(
            new Standing(
                ledger.id().value(),
                token,
                head.position(),
                HexFormat.of().formatHex(head.chainHash()),
                head.position() == 0 ? null : head.recordedAt(),
                HexFormat.of().formatHex(Chain.genesis(ledger.id().value())),
                checkpoints.newest().map(SignedBody::of).orElse(null),
                checkpoints.fork().or(this::forked).orElse(null)));
  }

  private Optional<String> forked() {
    return ledger.fork().map(Fork::message);
  }

  /**
   * What recomputing has shown.
   *
   * @param verified whether every byte fits its hashes
   * @param from first position looked at
   * @param to last position looked at
   * @param head token of the ledger's last position
   * @param chainHash of the batch that holds {@code to}, in hexadecimal; keep a copy elsewhere
   * @param complete whether all that was asked for was looked at; false when the time was up
   * @param next where to go on then
   * @param firstBadPosition first position that does not fit; absent when verified
   * @param reason what was found, in a sentence
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Verified(
      boolean verified,
      long from,
      long to,
      String head,
      String chainHash,
      boolean complete,
      @Nullable Long next,
      @Nullable Long firstBadPosition,
      String reason) {}

  @GetMapping("/integrity")
  @Operation(
      summary =
          "Recomputes chain, roots, events and tags of a range of positions, by default of all, and"
              + " compares it with the signed checkpoints",
      description =
          "`seconds` is the time it may take, 60 unless given, at most 600; when it is up,"
              + " `complete` is false and `next` says where to go on.")
  ResponseEntity<Verified> integrity(
      @RequestParam(value = "from", defaultValue = "1") long from,
      @RequestParam(value = "to", required = false) @Nullable Long to,
      @RequestParam(value = "seconds", defaultValue = "60") int seconds) {
    long last = to(from(from), to);
    Integrity found =
        ledger
            .audit()
            .integrity(from, last, checkpoints.anchors(last), Duration.ofSeconds(seconds(seconds)));
    String head = new PositionToken(ledger.id(), ledger.head().position()).toString();
    return ResponseEntity.ok()
        .header(PositionToken.HEADER, head)
        .body(
            new Verified(
                found.verified(),
                found.from(),
                found.to(),
                head,
                HexFormat.of().formatHex(found.head().chainHash()),
                found.complete(),
                found.complete() ? null : Long.valueOf(found.to() + 1),
                found.firstBadPosition(),
                found.reason()));
  }

  @GetMapping(path = "/export", produces = "application/jsonl")
  @Operation(
      summary = "Streams a range of positions as lines of JSON with stored bytes and hashes",
      description =
          "What `LedgerVerifier FILE` reads. It ends with a signed checkpoint, which the header"
              + " Jalon-Checkpoint names; `sealed=false` leaves sealed bytes out.")
  ResponseEntity<StreamingResponseBody> export(
      @RequestParam(value = "from", defaultValue = "1") long from,
      @RequestParam(value = "to", required = false) @Nullable Long to,
      @RequestParam(value = "sealed", defaultValue = "true") boolean sealed) {
    long first = from(from);
    Head end = ledger.batchHolding(to(from, to)).orElseGet(ledger::head);
    Optional<Checkpoint> signed = checkpoints.of(end);
    var answer =
        ResponseEntity.ok()
            .contentType(MediaType.parseMediaType("application/jsonl"))
            .header("Content-Disposition", "attachment; filename=\"jalon-ledger.jsonl\"");
    signed.ifPresent(checkpoint -> answer.header(CHECKPOINT, name(checkpoint)));
    return answer.body(target -> export(first, end, sealed, signed, target));
  }

  private static String name(Checkpoint checkpoint) {
    return "position=%d; chain=%s; key=%s"
        .formatted(
            checkpoint.position(),
            HexFormat.of().formatHex(checkpoint.chain()),
            checkpoint.keyId());
  }

  /**
   * Ends where its checkpoint is, whatever is recorded meanwhile. A reader who has gone away is no
   * fault: what says so is passed on as it came.
   */
  private void export(
      long first, Head end, boolean sealed, Optional<Checkpoint> signed, OutputStream target)
      throws IOException {
    try {
      long last = end.position();
      ledger.audit().export(Math.min(first, last), last, sealed, signed.orElse(null), target);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static int seconds(int seconds) {
    if (seconds < 1 || seconds > MOST_SECONDS) {
      throw outOfRange("seconds", "seconds is %d; it is 1 to %d".formatted(seconds, MOST_SECONDS));
    }
    return seconds;
  }

  private static long from(long from) {
    if (from < 1) {
      throw outOfRange("from", "from is %d; positions begin at 1".formatted(from));
    }
    return from;
  }

  private static long to(long from, @Nullable Long to) {
    if (to != null && to < from) {
      throw outOfRange(
          "to", "to is %d and lies before from, %d; leave it out for all".formatted(to, from));
    }
    return to == null ? Long.MAX_VALUE : to;
  }

  private static ProblemException outOfRange(String parameter, String message) {
    return ProblemException.malformed(
        Violation.ofField("POSITION_OUT_OF_RANGE", parameter, message));
  }
}
