package org.jalon.kernel.wire;

import java.util.List;
import org.jalon.kernel.SealedBox;
import org.jspecify.annotations.Nullable;

/** The boxes of one stored event, or their absence from the copy at hand. */
record SealedPart(@Nullable List<SealedBox> boxes) {

  /** The n-th box from 0; null when the sealed bytes were left out. */
  @Nullable SealedBox box(int index) {
    if (boxes == null) {
      return null;
    }
    if (index < 0 || index >= boxes.size()) {
      throw new IllegalStateException(
          "an event names box %d but has %d boxes".formatted(index, boxes.size()));
    }
    return boxes.get(index);
  }
}
