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
          case Narrative.Sealed box -> box.box();
          case Narrative.Withheld _, Narrative.Erased _ ->
              throw new IllegalStateException("text that cannot be read cannot be recorded");
        });
    return sealed.size() - 1;
  }

  List<SealedBox> sealed() {
    return sealed;
  }
}
