package org.jalon.command.ledger.chain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proof as {@code GET /api/ledger/proof/{position}} answers it: hashes in hexadecimal, stored
 * bytes, public key and signature in base64.
 */
public final class ProofFile {

  private final Map<?, ?> fields;

  private ProofFile(Map<?, ?> fields) {
    this.fields = fields;
  }

  /**
   * @throws IllegalArgumentException if the text is no such proof
   * @throws java.time.DateTimeException if its event has no day
   */
  public static Proof read(String json) {
    return new ProofFile(Json.object(json)).proof();
  }

  private Proof proof() {
    if (number("format") != Chain.FORMAT) {
      throw new IllegalArgumentException("this is no proof of format " + Chain.FORMAT);
    }
    ProofFile before = in("before");
    return new Proof(
        text("ledger"),
        in("event").event(),
        hash("leafHash"),
        list("path").stream().map(ProofFile::hex).toList(),
        new BatchRow(
            before.number("position"),
            before.number("position"),
            new byte[0],
            before.hash("chainHash"),
            0),
        in("batch").batch(true),
        links(),
        fields.containsKey("checkpoint") ? in("checkpoint").checkpoint(text("ledger")) : null);
  }

  private List<BatchRow> links() {
    List<BatchRow> links = new ArrayList<>();
    for (Object link : list("links")) {
      links.add(of("links", link).batch(false));
    }
    return links;
  }

  private EventRow event() {
    return new EventRow(
        number("position"),
        text("type"),
        LocalDate.parse(text("effectiveDay")).toEpochDay(),
        number("recordedAt"),
        UUID.fromString(text("id")),
        bytes("tags"),
        bytes("metadata"),
        bytes("payload"),
        null,
        fields.containsKey("sealedHash") ? hash("sealedHash") : null);
  }

  private BatchRow batch(boolean chained) {
    return new BatchRow(
        number("first"),
        number("last"),
        hash("root"),
        chained ? hash("chainHash") : new byte[0],
        number("recordedAt"));
  }

  private Checkpoint checkpoint(String ledger) {
    return new Checkpoint(
        ledger,
        number("position"),
        hash("chainHash"),
        number("signedAtMicros"),
        bytes("publicKey"),
        bytes("signature"));
  }

  private ProofFile in(String name) {
    return of(name, fields.get(name));
  }

  private static ProofFile of(String name, @Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      return new ProofFile(object);
    }
    throw new IllegalArgumentException("the proof has no object '%s'".formatted(name));
  }

  private List<?> list(String name) {
    if (fields.get(name) instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException("the proof has no list '%s'".formatted(name));
  }

  private String text(String name) {
    if (fields.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("the proof has no text '%s'".formatted(name));
  }

  private long number(String name) {
    if (fields.get(name) instanceof Long number) {
      return number;
    }
    throw new IllegalArgumentException("the proof has no whole number '%s'".formatted(name));
  }

  private byte[] bytes(String name) {
    return Bytes64.read(text(name));
  }

  private byte[] hash(String name) {
    return hex(text(name));
  }

  private static byte[] hex(Object text) {
    return HexFormat.of().parseHex(text.toString());
  }
}
