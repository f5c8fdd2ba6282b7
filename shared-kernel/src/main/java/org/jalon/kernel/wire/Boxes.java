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

  /** Seals a text for its place. */
  BoxReference put(String path, Narrative text) {
    return switch (sealer.seal(path, text)) {
      case Narrative.Sealed(var box, _) -> {
        sealed.add(box);
        yield new BoxReference.Box(sealed.size() - 1);
      }
      case Narrative.Erased(var at) -> new BoxReference.Erased(at);
      case Narrative.Written _, Narrative.Withheld _ ->
          throw new IllegalStateException("text at %s was left unsealed".formatted(path));
    };
  }

  List<SealedBox> sealed() {
    return sealed;
  }
}
