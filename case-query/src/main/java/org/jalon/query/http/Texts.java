package org.jalon.query.http;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.SealedBox;
import org.jalon.kernel.wire.EventCodec;
import org.jalon.kernel.wire.KeyStore;
import org.jalon.kernel.wire.Opener;
import org.jalon.kernel.wire.Resealed;
import org.jalon.query.casefile.Text;
import org.jalon.query.journal.Entry;

/** Opens the texts of one answer, with the keys as they are at this moment, asked for once. */
final class Texts {

  private static final EventCodec CODEC = new EventCodec();

  private final Opener opener;

  /**
   * @param entries all that the answer takes texts from
   * @throws org.jalon.kernel.wire.KeyUnavailable if the key store does not answer
   */
  Texts(KeyStore keys, Collection<Entry> entries) {
    this.opener =
        Opener.with(
            keys,
            entries.stream()
                .flatMap(entry -> boxes(entry).stream())
                .map(SealedBox::keyId)
                .collect(Collectors.toSet()),
            Resealed.NONE);
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
  ShownText show(Text text) {
    return show(text.narrative());
  }

  /** Opens one text of an entry. */
  ShownText show(Narrative text) {
    return switch (opener.open(text)) {
      case Narrative.Written(var written) -> new ShownText.Opened(written);
      case Narrative.Erased(var at) -> new ShownText.Erased(true, at);
      case Narrative.Withheld _ -> new ShownText.Withheld(true);
      case Narrative.Sealed _ -> throw new IllegalStateException("a box was left unopened");
    };
  }
}
