package org.jalon.kernel.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.SealedBox;

/** Collects the boxes of one event while it is written. */
final class Boxes {

  /** What stands in clear in the place of a text. */
  sealed interface Reference {}

  /** The n-th box, from 0. */
  record Box(int index) implements Reference {}

  /** Nothing to be read any more. */
  record Erased(Instant at) implements Reference {}

  private final BoxSealer sealer;
  private final List<SealedBox> sealed = new ArrayList<>();

  Boxes(BoxSealer sealer) {
    this.sealer = sealer;
  }

  /** Seals a text for its place. */
  Reference put(String path, Narrative text) {
    return switch (sealer.seal(path, text)) {
      case Narrative.Sealed(var box, _) -> {
        sealed.add(box);
        yield new Box(sealed.size() - 1);
      }
      case Narrative.Erased(var at) -> new Erased(at);
      case Narrative.Written _, Narrative.Withheld _ ->
          throw new IllegalStateException("text at %s was left unsealed".formatted(path));
    };
  }

  List<SealedBox> sealed() {
    return sealed;
  }
}
