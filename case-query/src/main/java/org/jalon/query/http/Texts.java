package org.jalon.query.http;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.SealedBox;
import org.jalon.kernel.wire.EventCodec;
import org.jalon.kernel.wire.KeyStore;
import org.jalon.kernel.wire.Opener;
import org.jalon.query.journal.Corrections;
import org.jalon.query.journal.Entry;

/**
 * Opens the texts of one answer, with the keys as they are at this moment, asked for once. A text
 * whose key was destroyed is looked for among those that were sealed again; one that was redacted
 * is not opened, whether its key is destroyed yet or not.
 */
final class Texts {

  private static final EventCodec CODEC = new EventCodec();

  private final Corrections corrections;
  private final Opener opener;

  /**
   * @param entries all that the answer takes texts from
   * @param corrections of the case
   * @throws org.jalon.kernel.wire.KeyUnavailable if the key store does not answer
   */
  Texts(KeyStore keys, Collection<Entry> entries, Corrections corrections) {
    this.corrections = corrections;
    Set<String> keyIds =
        entries.stream()
            .flatMap(entry -> boxes(entry).stream())
            .map(SealedBox::keyId)
            .collect(Collectors.toSet());
    this.opener = Opener.with(keys, keyIds, corrections.resealed());
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
    return text instanceof Narrative.Sealed(_, var place)
        ? corrections
            .redaction(place.eventId())
            .map(Texts::redacted)
            .orElseGet(() -> shown(opener.open(text)))
        : shown(text);
  }

  private static ShownText redacted(Entry redaction) {
    return new ShownText.Redacted(true, redaction.recordedAt(), redaction.position());
  }

  private static ShownText shown(Narrative open) {
    return switch (open) {
      case Narrative.Written(var written) -> new ShownText.Opened(written);
      case Narrative.Erased(var at) -> new ShownText.Erased(true, at);
      case Narrative.Withheld _ -> new ShownText.Withheld(true);
      case Narrative.Sealed _ -> throw new IllegalStateException("a box was left unopened");
    };
  }
}
