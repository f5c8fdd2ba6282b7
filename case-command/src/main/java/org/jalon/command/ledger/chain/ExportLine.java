package org.jalon.command.ledger.chain;

import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The four kinds of line in an export, as JSON and back; bytes are in base64. */
public final class ExportLine {

  public static final String LEDGER = "ledger";
  public static final String BATCH = "batch";
  public static final String EVENT = "event";
  public static final String END = "end";

  private final Map<String, Object> fields;

  private ExportLine(Map<String, Object> fields) {
    this.fields = fields;
  }

  public static ExportLine ledger(String ledger, BatchRow before) {
    return of(LEDGER)
        .with("format", (long) Chain.FORMAT)
        .with("ledger", ledger)
        .with("after", before.last())
        .with("recordedAt", before.recordedAt())
        .with("chain", before.chain());
  }

  public static ExportLine batch(BatchRow batch) {
    return of(BATCH)
        .with("first", batch.first())
        .with("last", batch.last())
        .with("recordedAt", batch.recordedAt())
        .with("root", batch.root())
        .with("chain", batch.chain());
  }

  public static ExportLine event(EventRow event, boolean withSealed) {
    return of(EVENT)
        .with("position", event.position())
        .with("type", event.type())
        .with("effectiveDay", LocalDate.ofEpochDay(event.effectiveDay()).toString())
        .with("recordedAt", event.recordedAt())
        .with("id", event.id().toString())
        .with("tags", event.tags())
        .with("metadata", event.metadata())
        .with("payload", event.payload())
        .with("sealed", withSealed ? event.sealed() : null)
        .with("sealedHash", event.sealedHash());
  }

  public static ExportLine end(BatchRow last) {
    return of(END).with("position", last.last()).with("chain", last.chain());
  }

  /**
   * @throws IllegalArgumentException if the line is no such JSON
   */
  public static ExportLine read(String json) {
    return new ExportLine(FlatJson.read(json));
  }

  public String json() {
    return FlatJson.write(fields);
  }

  public String kind() {
    return text("line");
  }

  /** The batch that the first one follows. */
  public BatchRow asBefore() {
    return new BatchRow(
        number("after"), number("after"), new byte[0], bytes("chain"), number("recordedAt"));
  }

  public BatchRow asBatch() {
    return new BatchRow(
        number("first"), number("last"), bytes("root"), bytes("chain"), number("recordedAt"));
  }

  public EventRow asEvent() {
    return new EventRow(
        number("position"),
        text("type"),
        LocalDate.parse(text("effectiveDay")).toEpochDay(),
        number("recordedAt"),
        UUID.fromString(text("id")),
        bytes("tags"),
        bytes("metadata"),
        bytes("payload"),
        fields.containsKey("sealed") ? bytes("sealed") : null,
        fields.containsKey("sealedHash") ? bytes("sealedHash") : null);
  }

  public String text(String name) {
    if (fields.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("the line has no text '%s'".formatted(name));
  }

  public long number(String name) {
    if (fields.get(name) instanceof Long number) {
      return number;
    }
    throw new IllegalArgumentException("the line has no number '%s'".formatted(name));
  }

  public byte[] bytes(String name) {
    return Base64.getDecoder().decode(text(name));
  }

  private static ExportLine of(String kind) {
    return new ExportLine(new LinkedHashMap<>()).with("line", kind);
  }

  private ExportLine with(String name, @Nullable Object value) {
    switch (value) {
      case byte[] bytes -> fields.put(name, Base64.getEncoder().encodeToString(bytes));
      case null -> {}
      case Object other -> fields.put(name, other);
    }
    return this;
  }
}
