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

  private Resealed resealed() {
    return Resealed.of(
        facts.stream()
            .sorted(Comparator.comparingLong(Fact::position))
            .map(Fact::event)
            .filter(NarrativeResealed.class::isInstance)
            .map(NarrativeResealed.class::cast)
            .toList());
  }

  /** The entry at a position, if it was read; its texts stand where the last redaction put them. */
  Optional<Entry> entry(long position) {
    Resealed resealed = resealed();
    return Entry.at(position, facts).map(entry -> entry.withTexts(resealed::current));
  }
}
