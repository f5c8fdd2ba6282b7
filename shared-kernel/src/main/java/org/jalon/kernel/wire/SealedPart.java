package org.jalon.kernel.wire;

import java.util.List;
import org.jalon.kernel.BoxPlace;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.SealedBox;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;

/** The boxes of one stored event, or their absence from the copy at hand. */
sealed interface SealedPart {

  /**
   * The text of the n-th box from 0.
   *
   * @param path of the field that it stands in
   */
  Narrative text(int index, String path);

  /**
   * The same for a stored event, or a part of one, that is about to become one of a newer version:
   * its boxes stand where they name, and may be moved with their fields from here on.
   *
   * @param stored as it was stored
   * @param at where it stands in the stored event, a JSON pointer
   * @throws UnreadableBox if a box stands elsewhere
   */
  SealedPart compared(JsonNode stored, String at);

  /** That of the event that is being read. */
  static SealedPart in(DeserializationContext context) {
    if (context.getAttribute(SealedPart.class) instanceof SealedPart part) {
      return part;
    }
    throw new IllegalStateException("an event was read without its sealed part");
  }

  /** The copy at hand leaves the boxes out. */
  record LeftOut() implements SealedPart {

    @Override
    public Narrative text(int index, String path) {
      return new Narrative.Withheld();
    }

    @Override
    public SealedPart compared(JsonNode stored, String at) {
      return this;
    }
  }

  /** The boxes of the event at a place; each names the field that it stands in. */
  record At(BoxPlace place, List<SealedBox> boxes) implements SealedPart {

    @Override
    public Narrative text(int index, String path) {
      Narrative.Sealed text = box(place, boxes, index);
      if (!text.box().path().equals(path)) {
        throw new UnreadableBox(
            "event %s has the box of %s at %s: it was altered"
                .formatted(place.eventId(), text.box().path(), path));
      }
      return text;
    }

    @Override
    public SealedPart compared(JsonNode stored, String at) {
      compare(stored, at);
      return new Compared(place, boxes);
    }

    private void compare(JsonNode node, String path) {
      if (BoxReference.of(node).orElse(null) instanceof BoxReference.Box(int index)) {
        text(index, path);
      }
      node.properties().forEach(field -> compare(field.getValue(), path + "/" + field.getKey()));
      for (int i = 0; node.isArray() && i < node.size(); i++) {
        compare(node.path(i), path + "/" + i);
      }
    }
  }

  /** The boxes of an event of an older version, which stay bound to where they were stored. */
  record Compared(BoxPlace place, List<SealedBox> boxes) implements SealedPart {

    @Override
    public Narrative text(int index, String path) {
      return box(place, boxes, index);
    }

    @Override
    public SealedPart compared(JsonNode stored, String at) {
      return this;
    }
  }

  private static Narrative.Sealed box(BoxPlace place, List<SealedBox> boxes, int index) {
    if (index < 0 || index >= boxes.size()) {
      throw new UnreadableBox(
          "event %s names box %d but has %d boxes: it was altered"
              .formatted(place.eventId(), index, boxes.size()));
    }
    return new Narrative.Sealed(boxes.get(index), place);
  }
}
