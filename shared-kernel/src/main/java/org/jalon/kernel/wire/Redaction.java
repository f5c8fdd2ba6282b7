package org.jalon.kernel.wire;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.NarrativeResealed;
import org.jalon.kernel.timeline.Fact;

/** What making the text of one entry unreadable means for the other texts of its case; pure. */
public final class Redaction {

  private Redaction() {}

  /**
   * Every text of a case that stays readable when those of one entry go: what the {@code
   * NarrativeResealed} of that redaction carries. With the entry go the texts of what rectified it,
   * which hold or quote its own, and with a rectification those of the later ones of the same
   * entry; texts that are unreadable already are left out.
   *
   * @param facts all facts of the case as they are recorded, rectifications among them, with their
   *     boxes
   * @param position of the entry
   * @return in order of position; each still under its old box, which recording it seals again
   * @throws IllegalStateException if a text is not in the copy at hand
   */
  public static List<NarrativeResealed.Text> staying(Collection<Fact> facts, long position) {
    Optional<Fact> last = last(facts);
    OptionalLong rectifies = rectifiedBy(facts, position);
    Resealed resealed =
        last.map(fact -> Resealed.of(List.of((NarrativeResealed) fact.event())))
            .orElse(Resealed.NONE);
    return facts.stream()
        .filter(
            fact ->
                !(fact.event() instanceof NarrativeResealed) && !falls(fact, position, rectifies))
        .sorted(Comparator.comparingLong(Fact::position))
        .flatMap(
            fact -> {
              boolean moved = last.filter(it -> isBefore(fact, it)).isPresent();
              return texts(fact)
                  .flatMap(text -> stays(text, moved ? resealed.find(text) : Optional.of(text)));
            })
        .toList();
  }

  /**
   * Which key of a pending rotation everything that stays is sealed under or after, so that those
   * made before it can be destroyed.
   *
   * @param facts all facts of the case as they are recorded, with their boxes
   * @return for {@link KeyStore#destroyRetired}; empty if no redaction was recorded since the
   *     oldest key was retired: it is still needed
   */
  public static Optional<String> destroyable(KeyStore.Rotation rotation, Collection<Fact> facts) {
    return last(facts)
        .flatMap(last -> oldest(rotation, keysOf(last, facts)))
        .filter(key -> !key.equals(rotation.keyIds().getFirst()));
  }

  /** The entry itself, what rectified it, and what rectified its own entry after it: a copy. */
  private static boolean falls(Fact fact, long position, OptionalLong rectifies) {
    return fact.position() == position
        || (fact.event() instanceof EntryRectified rectified
            && (rectified.position() == position
                || (fact.position() > position
                    && rectifies.isPresent()
                    && rectified.position() == rectifies.getAsLong())));
  }

  /** The entry that the one at a position rectifies, if it rectifies one. */
  private static OptionalLong rectifiedBy(Collection<Fact> facts, long position) {
    return facts.stream()
        .filter(fact -> fact.position() == position)
        .map(Fact::event)
        .filter(EntryRectified.class::isInstance)
        .mapToLong(event -> ((EntryRectified) event).position())
        .findFirst();
  }

  private static Stream<NarrativeResealed.Text> stays(
      Narrative.Sealed text, Optional<Narrative> now) {
    return now.filter(Narrative.Sealed.class::isInstance).stream()
        .map(box -> new NarrativeResealed.Text(text.place().eventId(), text.box().path(), box));
  }

  /** What the same decision records is sealed under the new key already. */
  private static boolean isBefore(Fact fact, Fact resealed) {
    return fact.position() < resealed.position() && !fact.commandId().equals(resealed.commandId());
  }

  private static Set<String> keysOf(Fact last, Collection<Fact> facts) {
    return facts.stream()
        .filter(fact -> fact.commandId().equals(last.commandId()))
        .flatMap(Redaction::texts)
        .map(text -> text.box().keyId())
        .collect(Collectors.toSet());
  }

  private static Optional<String> oldest(KeyStore.Rotation rotation, Set<String> keys) {
    return rotation.keyIds().stream().filter(keys::contains).findFirst();
  }

  private static Optional<Fact> last(Collection<Fact> facts) {
    return facts.stream()
        .filter(fact -> fact.event() instanceof NarrativeResealed)
        .max(Comparator.comparingLong(Fact::position));
  }

  private static Stream<Narrative.Sealed> texts(Fact fact) {
    return Texts.of(fact.event()).stream()
        .flatMap(
            at ->
                switch (at.text()) {
                  case Narrative.Sealed sealed -> Stream.of(sealed);
                  case Narrative.Erased _ -> Stream.empty();
                  case Narrative.Written _, Narrative.Withheld _ ->
                      throw new IllegalStateException(
                          "the text at %s of position %d is not sealed; read the facts with their boxes"
                              .formatted(at.path(), fact.position()));
                });
  }
}
