package org.jalon.command.rectifying;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jalon.command.caseload.World;
import org.jalon.kernel.event.NarrativeResealed;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.wire.Resealed;

/**
 * What a rectification rests on.
 *
 * @param facts as they were recorded
 * @param world what they tell
 */
record Rectifying(List<Fact> facts, World world) {

  static Rectifying of(Collection<Fact> facts) {
    return new Rectifying(List.copyOf(facts), World.of(facts));
  }

  /** Texts of older entries stand where the last redaction put them. */
  private List<Fact> withTextsOfToday() {
    Resealed resealed = resealed();
    return facts.stream()
        .map(f -> new Fact(f.position(), f.day(), f.commandId(), resealed.current(f.event())))
        .toList();
  }

  private Resealed resealed() {
    return Resealed.of(
        facts.stream()
            .sorted(Comparator.comparingLong(Fact::position))
            .map(Fact::event)
            .filter(NarrativeResealed.class::isInstance)
            .map(NarrativeResealed.class::cast)
            .toList());
  }

  Optional<Entry> entry(long position) {
    return Entry.at(position, withTextsOfToday());
  }
}
