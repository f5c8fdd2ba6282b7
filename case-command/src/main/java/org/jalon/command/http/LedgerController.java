package org.jalon.command.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import org.jalon.command.ledger.Ledger;
import org.jalon.command.ledger.chain.Integrity;
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

  private final Ledger ledger;

  LedgerController(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * What recomputing has shown.
   *
   * @param verified whether every byte fits its hashes
   * @param from first position looked at
   * @param to last position looked at
   * @param head token of the ledger's last position
   * @param chainHash of the batch that holds {@code to}, in hexadecimal; keep a copy elsewhere
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
      @Nullable Long firstBadPosition,
      String reason) {}

  /** Recomputes chain, roots, events and tags of a range of positions, by default of all. */
  @GetMapping("/integrity")
  ResponseEntity<Verified> integrity(
      @RequestParam(value = "from", defaultValue = "1") long from,
      @RequestParam(value = "to", required = false) @Nullable Long to) {
    Integrity found = ledger.integrity(from(from), to(from, to));
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
                found.firstBadPosition(),
                found.reason()));
  }

  /** Streams a range of positions as lines of JSON with stored bytes and hashes. */
  @GetMapping(path = "/export", produces = "application/jsonl")
  ResponseEntity<StreamingResponseBody> export(
      @RequestParam(value = "from", defaultValue = "1") long from,
      @RequestParam(value = "to", required = false) @Nullable Long to,
      @RequestParam(value = "sealed", defaultValue = "true") boolean sealed) {
    long first = from(from);
    long last = to(from, to);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/jsonl"))
        .header("Content-Disposition", "attachment; filename=\"jalon-ledger.jsonl\"")
        .body(target -> export(first, last, sealed, target));
  }

  /** A reader who has gone away is no fault: what says so is passed on as it came. */
  private void export(long first, long last, boolean sealed, OutputStream target)
      throws IOException {
    try {
      ledger.export(first, last, sealed, target);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
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
