package org.jalon.query.http;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.SealedBox;
import org.jalon.kernel.wire.EventCodec;
import org.jalon.kernel.wire.KeyStore;
import org.jalon.kernel.wire.Opener;
import org.jalon.query.journal.Entry;

/**
 * Opens the texts of one answer, with the keys as they are at this moment, asked for once. A text
 * whose key was destroyed is looked for among those that were sealed again.
 */
final class Texts {

  private static final EventCodec CODEC = new EventCodec();

  private final Resealed resealed;
  private final Opener opener;

  /**
   * @param entries all that the answer takes texts from
   * @param resealings of the case, in order of position
   * @throws org.jalon.kernel.wire.KeyUnavailable if the key store does not answer
   */
  Texts(KeyStore keys, Collection<Entry> entries, List<Entry> resealings) {
    this.resealed = new Resealed(resealings);
    Set<String> keyIds =
        Stream.concat(
                entries.stream().flatMap(entry -> boxes(entry).stream()),
                resealed.texts().stream().flatMap(Texts::box))
            .map(SealedBox::keyId)
            .collect(Collectors.toSet());
    this.opener = Opener.with(keys, keyIds);
  }

  static List<SealedBox> boxes(Entry entry) {
    byte[] sealed = entry.stored().sealed();
    return sealed == null ? List.of() : CODEC.boxes(sealed);
  }

  /**
   * Opens one text.
   *
   * @throws org.jalon.kernel.wire.UnreadableBox if its key is unknown or the box does not fit
   */
  ShownText show(Narrative text) {
    return switch (open(text)) {
      case Narrative.Written(var written) -> new ShownText.Opened(written);
      case Narrative.Erased(var at) -> new ShownText.Erased(true, at);
      case Narrative.Withheld _ -> new ShownText.Withheld(true);
      case Narrative.Sealed _ -> throw new IllegalStateException("a box was left unopened");
    };
  }

  private Narrative open(Narrative text) {
    Narrative open = opener.open(text);
    return text instanceof Narrative.Sealed sealed && open instanceof Narrative.Erased
        ? resealed.of(sealed).map(opener::open).orElse(open)
        : open;
  }

  private static Stream<SealedBox> box(Narrative text) {
    return text instanceof Narrative.Sealed(var box, _) ? Stream.of(box) : Stream.empty();
  }
}
