package org.jalon.query.http;

import java.util.HexFormat;
import java.util.List;
import org.jalon.kernel.Actor;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.SealedBox;
import org.jalon.kernel.wire.Stamp;
import org.jalon.query.journal.Entry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes an entry as a row of the history: its stored fields, with its texts in their places. */
final class EntryShown {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String BOX = "box";

  private final Entry entry;
  private final Texts texts;
  private final List<SealedBox> boxes;

  EntryShown(Entry entry, Texts texts) {
    this.entry = entry;
    this.texts = texts;
    this.boxes = Texts.boxes(entry);
  }

  HistoryBody.Row row() {
    Stamp stamp = entry.stamp();
    Actor actor = stamp.actor();
    return new HistoryBody.Row(
        entry.position(),
        entry.stored().name().name(),
        entry.stored().name().version(),
        stamp.effectiveOn(),
        entry.day().value(),
        entry.recordedAt(),
        new HistoryBody.By(
            actor.id().value(),
            actor.onBehalfOf() == null ? null : actor.onBehalfOf().value(),
            actor.purpose()),
        stamp.commandId(),
        stamp.commandName(),
        stamp.correlationId(),
        stamp.commandId(),
        stamp.provenance(),
        opened(JSON.readTree(entry.stored().clear())),
        HexFormat.of().formatHex(entry.chainHash()));
  }

  private JsonNode opened(JsonNode node) {
    return switch (node) {
      case ObjectNode object when isBox(object) -> text(object.path(BOX).asInt());
      case ObjectNode object -> {
        ObjectNode copy = JSON.createObjectNode();
        object
            .propertyStream()
            .forEach(field -> copy.set(field.getKey(), opened(field.getValue())));
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = JSON.createArrayNode();
        array.forEach(item -> copy.add(opened(item)));
        yield copy;
      }
      default -> node;
    };
  }

  private static boolean isBox(ObjectNode object) {
    return object.size() == 1 && object.path(BOX).isInt();
  }

  private JsonNode text(int index) {
    Narrative sealed =
        entry.stored().sealed() == null
            ? new Narrative.Withheld()
            : new Narrative.Sealed(boxes.get(index));
    return JSON.valueToTree(texts.show(sealed, entry));
  }
}
