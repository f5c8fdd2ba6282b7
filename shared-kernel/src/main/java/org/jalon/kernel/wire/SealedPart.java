package org.jalon.kernel.wire;

import java.util.List;
import org.jalon.kernel.BoxPlace;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.SealedBox;

/** The boxes of one stored event, or their absence from the copy at hand. */
sealed interface SealedPart {

  /**
   * The text of the n-th box from 0.
   *
   * @param path of the field that it stands in
   */
  Narrative text(int index, String path);

  /** The copy at hand leaves the boxes out. */
  record LeftOut() implements SealedPart {

    @Override
    public Narrative text(int index, String path) {
      return new Narrative.Withheld();
    }
  }

  /** The boxes of the event at a place; each names the field that it stands in. */
  record At(BoxPlace place, List<SealedBox> boxes) implements SealedPart {

    @Override
    public Narrative text(int index, String path) {
      if (index < 0 || index >= boxes.size()) {
        throw new UnreadableBox(
            "event %s names box %d but has %d boxes: it was altered"
                .formatted(place.eventId(), index, boxes.size()));
      }
      SealedBox box = boxes.get(index);
      if (!box.path().equals(path)) {
        throw new UnreadableBox(
            "event %s has the box of %s at %s: it was altered"
                .formatted(place.eventId(), box.path(), path));
      }
      return new Narrative.Sealed(box, place);
    }
  }
}
