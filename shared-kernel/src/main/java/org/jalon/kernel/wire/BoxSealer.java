package org.jalon.kernel.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jalon.kernel.BoxPlace;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.Narrative;
import org.jspecify.annotations.Nullable;

/**
 * Seals the texts of one event under the key of its case, which is asked for once, when first
 * needed. A text that was sealed for another place is opened and sealed again in one step.
 */
final class BoxSealer {

  private final BoxPlace place;
  private final Optional<CaseId> subject;
  private final KeyStore keys;
  private final Map<String, Opener> openers = new HashMap<>();
  private @Nullable SubjectKey key;

  BoxSealer(BoxPlace place, Optional<CaseId> subject, KeyStore keys) {
    this.place = place;
    this.subject = subject;
    this.keys = keys;
  }

  /**
   * The text as it is recorded in the field at the JSON pointer: {@code Sealed} for this place, or
   * {@code Erased} if nobody can read it any more.
   *
   * @throws UnreadableBox if it was sealed before and should open, but does not
   */
  Narrative seal(String path, Narrative text) {
    return switch (text) {
      case Narrative.Written written -> sealed(path, written);
      case Narrative.Sealed sealed -> {
        Narrative open = opener(sealed.box().keyId()).open(sealed);
        yield isHere(path, sealed) ? sealed : seal(path, open);
      }
      case Narrative.Erased erased -> erased;
      case Narrative.Withheld _ ->
          throw new IllegalStateException(
              "the text at %s of event %s is not in the copy at hand and cannot be recorded; read the event with its boxes"
                  .formatted(path, place.eventId()));
    };
  }

  private boolean isHere(String path, Narrative.Sealed sealed) {
    return sealed.place().equals(place) && sealed.box().path().equals(path);
  }

  private Narrative sealed(String path, Narrative.Written text) {
    return new Narrative.Sealed(key(path).seal(place, path, text.text()), place);
  }

  private Opener opener(String keyId) {
    return openers.computeIfAbsent(keyId, id -> Opener.with(keys, Set.of(id), Resealed.NONE));
  }

  private SubjectKey key(String path) {
    SubjectKey known = key;
    if (known == null) {
      CaseId caseId =
          subject.orElseThrow(
              () ->
                  new IllegalStateException(
                      "free text at %s of %s has no key to be sealed with: it belongs to no case"
                          .formatted(path, place.name())));
      known = keys.keyOf(caseId);
      key = known;
    }
    return known;
  }
}
