package org.jalon.command.rectifying;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jalon.command.caseload.World;
import org.jalon.kernel.timeline.Fact;

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

  Optional<Entry> entry(long position) {
    return Entry.at(position, facts);
  }
}
