package org.jalon.command.takingover;

import java.util.ArrayList;
import java.util.List;
import org.jalon.kernel.timeline.Fact;
import org.jspecify.annotations.Nullable;

/**
 * All facts that a rule has read, in the order of the timeline; one more costs the same, however
 * many there are.
 *
 * @param earlier those before; absent for none
 * @param latest absent for none
 */
record FactsRead(@Nullable FactsRead earlier, @Nullable Fact latest) {

  static final FactsRead NONE = new FactsRead(null, null);

  FactsRead and(Fact fact) {
    return new FactsRead(this, fact);
  }

  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    for (FactsRead read = this; read != null && read.latest != null; read = read.earlier) {
      facts.add(read.latest);
    }
    return facts.reversed();
  }
}
