package org.jalon.command.ledger.chain;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The six kinds of line in an export, as JSON and back; bytes are in base64. */
public final class ExportLine {

  public static final String LEDGER = "ledger";
  public static final String BATCH = "batch";
  public static final String EVENT = "event";
  public static final String STRAY = "stray";
  public static final String END = "end";
  public static final String CHECKPOINT = "checkpoint";

  private static final byte[] NOTHING = {};

  private final Map<String, Object> fields;

  private ExportLine(Map<String, Object> fields) {
    this.fields = fields;
  }

  /**
   * @param leaves the genesis' list of leaf hashes, which should be empty; of another batch before
   *     the first, whether it has a list: then empty, else null
   */
  public static ExportLine ledger(String ledger, BatchRow before, byte @Nullable [] leaves) {
    return of(LEDGER)
        .with("format", (long) Chain.FORMAT)
        .with("ledger", ledger)
        .with("after", before.last())
        .with("recordedAt", before.recordedAt())
        .with("root", before.root())
        .with("chain", before.chain())
        .with("leaves", leaves);
  }

  /**
   * @param leaves leaf hashes of its events, one behind the other; null when it has no list
   */
  public static ExportLine batch(BatchRow batch, byte @Nullable [] leaves) {
    return of(BATCH)
        .with("first", batch.first())
        .with("last", batch.last())
        .with("recordedAt", batch.recordedAt())
        .with("root", batch.root())
        .with("chain", batch.chain())
        .with("leaves", leaves);
  }

  /**
   * @param index its rows in the index of tags as stored, tag and type one behind the other
   */
  public static ExportLine event(EventRow event, boolean withSealed, byte[] index) {
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
        .with("sealedHash", event.sealedHash())
        .with("index", index);
  }

  /** Rows in the index of tags that belong to no event. */
  public static ExportLine stray(long position) {
    return of(STRAY).with("position", position);
  }

  public static ExportLine end(BatchRow last) {
    return of(END).with("position", last.last()).with("chain", last.chain());
  }

  public static ExportLine checkpoint(Checkpoint checkpoint) {
    return of(CHECKPOINT)
        .with("format", (long) Chain.FORMAT)
        .with("ledger", checkpoint.ledger())
        .with("position", checkpoint.position())
        .with("chain", checkpoint.chain())
        .with("signedAt", checkpoint.signedAt())
        .with("key", checkpoint.keyId())
        .with("publicKey", checkpoint.publicKey())
        .with("signature", checkpoint.signature());
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
        number("after"),
        number("after"),
        optional("root").orElse(NOTHING),
        bytes("chain"),
        number("recordedAt"));
  }

  /** The leaf hashes of a batch, or of the one before the first, if it has a list of them. */
  public byte @Nullable [] leaves() {
    return optional("leaves").orElse(null);
  }

  /** The rows of an event in the index of tags, if the export tells them. */
  public byte @Nullable [] index() {
    return optional("index").orElse(null);
  }

  /**
   * @throws IllegalArgumentException also if its format or the id of its key does not fit
   */
  public Checkpoint asCheckpoint() {
    if (!kind().equals(CHECKPOINT) || number("format") != Chain.FORMAT) {
      throw new IllegalArgumentException(
          "the line is no checkpoint of format %d".formatted(Chain.FORMAT));
    }
    Checkpoint checkpoint =
        new Checkpoint(
            text("ledger"),
            number("position"),
            bytes("chain"),
            number("signedAt"),
            bytes("publicKey"),
            bytes("signature"));
    if (!checkpoint.keyId().equals(text("key"))) {
      throw new IllegalArgumentException(
          "the id %s is not that of the public key, %s".formatted(text("key"), checkpoint.keyId()));
    }
    return checkpoint;
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
        id(text("id")),
        bytes("tags"),
        bytes("metadata"),
        bytes("payload"),
        optional("sealed").orElse(null),
        optional("sealedHash").orElse(null));
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

  /** Only the one way of writing bytes in base64 is understood. */
  public byte[] bytes(String name) {
    return Bytes64.read(text(name));
  }

  private static UUID id(String text) {
    UUID id = UUID.fromString(text);
    if (!id.toString().equals(text)) {
      throw new IllegalArgumentException("'%s' is not how an event id is written".formatted(text));
    }
    return id;
  }

  private Optional<byte[]> optional(String name) {
    return fields.containsKey(name) ? Optional.of(bytes(name)) : Optional.empty();
  }

  private static ExportLine of(String kind) {
    return new ExportLine(new LinkedHashMap<>()).with("line", kind);
  }

  private ExportLine with(String name, @Nullable Object value) {
    switch (value) {
      case byte[] bytes -> fields.put(name, Bytes64.write(bytes));
      case null -> {}
      case Object other -> fields.put(name, other);
    }
    return this;
  }
}
