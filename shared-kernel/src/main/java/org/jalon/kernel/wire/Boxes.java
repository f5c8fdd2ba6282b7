package org.jalon.kernel.wire;

import java.util.ArrayList;
import java.util.List;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.SealedBox;

/** Collects the boxes of one event while it is written. */
final class Boxes {

  private final BoxSealer sealer;
  private final List<SealedBox> sealed = new ArrayList<>();

  Boxes(BoxSealer sealer) {
    this.sealer = sealer;
  }

  /** Seals a text for its place and answers the number of its box. */
  int put(String path, Narrative text) {
    sealed.add(
        switch (text) {
          case Narrative.Written written -> sealer.seal(path, written.text());
          case Narrative.Sealed(var box, _) -> sealer.keep(inPlace(path, box));
          case Narrative.Withheld _, Narrative.Erased _ ->
              throw new IllegalStateException("text that cannot be read cannot be recorded");
        });
    return sealed.size() - 1;
  }

  /** A box opens where it was sealed and nowhere else: moved text would be lost. */
  private static SealedBox inPlace(String path, SealedBox box) {
    if (!box.path().equals(path)) {
      throw new IllegalStateException(
          "box %s cannot be recorded at %s: it would never open there; seal the text anew"
              .formatted(box.path(), path));
    }
    return box;
  }

  List<SealedBox> sealed() {
    return sealed;
  }
}
