package org.jalon.query.http;

import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jalon.kernel.Actor;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.SealedBox;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.NarrativeResealed;
import org.jalon.kernel.wire.Stamp;
import org.jalon.query.journal.Corrections;
import org.jalon.query.journal.Entry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes an entry as a row of the history: its stored fields, with its texts in their places. */
final class EntryShown {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String BOX = "box";
  private static final String ERASED = "erased";

  private final Entry entry;
  private final Texts texts;
  private final Corrections corrections;
  private final List<SealedBox> boxes;

  EntryShown(Entry entry, Texts texts, Corrections corrections) {
    this.entry = entry;
    this.texts = texts;
    this.corrections = corrections;
    this.boxes = Texts.boxes(entry);
  }

  HistoryBody.HistoryRow row() {
    Stamp stamp = entry.stamp();
    Actor actor = stamp.actor();
    Optional<Entry> rectification = corrections.rectification(entry.position());
    return new HistoryBody.HistoryRow(
        entry.position(),
        entry.stored().name().name(),
        entry.stored().name().version(),
        stamp.effectiveOn(),
        entry.day().value(),
        entry.recordedAt(),
        new HistoryBody.HistoryActor(
            actor.id().value(),
            actor.onBehalfOf() == null ? null : actor.onBehalfOf().value(),
            actor.purpose()),
        stamp.commandId(),
        stamp.commandName(),
        stamp.correlationId(),
        stamp.commandId(),
        stamp.provenance(),
        rectification.map(Entry::position).orElse(null),
        rectification.filter(EntryShown::annuls).isPresent(),
        corrections.redaction(entry.place().eventId()).map(Entry::position).orElse(null),
        data(),
        HexFormat.of().formatHex(entry.chainHash()));
  }

  private static boolean annuls(Entry rectification) {
    return rectification.event() instanceof EntryRectified how && how.replacement() == null;
  }

  /** Texts that were sealed again are shown where they were written, not once more here. */
  private Map<String, Object> data() {
    return entry.event() instanceof NarrativeResealed(var caseId, var resealed)
        ? Map.of(
            "caseId", caseId.value(), "texts", resealed.stream().map(EntryShown::place).toList())
        : fields(JSON.readTree(entry.stored().clear()));
  }

  private static Map<String, Object> place(NarrativeResealed.Text text) {
    return Map.of("eventId", text.eventId(), "path", text.path());
  }

  private Map<String, Object> fields(JsonNode object) {
    var fields = new LinkedHashMap<String, Object>();
    object.propertyStream().forEach(field -> fields.put(field.getKey(), opened(field.getValue())));
    return fields;
  }

  private Object opened(JsonNode value) {
    return switch (value) {
      case ObjectNode object when isBox(object) -> text(object.path(BOX).asInt());
      case ObjectNode object when isErased(object) -> erased(object.path(ERASED).asString());
      case ObjectNode object -> fields(object);
      case ArrayNode array -> array.valueStream().map(this::opened).toList();
      default -> value;
    };
  }

  private static boolean isBox(ObjectNode object) {
    return object.size() == 1 && object.path(BOX).isInt();
  }

  private static boolean isErased(ObjectNode object) {
    return object.size() == 1 && object.path(ERASED).isString();
  }

  private ShownText erased(String at) {
    return texts.show(new Narrative.Erased(Instant.parse(at)));
  }

  private ShownText text(int index) {
    Narrative sealed =
        entry.stored().sealed() == null
            ? new Narrative.Withheld()
            : new Narrative.Sealed(boxes.get(index), entry.place());
    return texts.show(sealed);
  }
}
