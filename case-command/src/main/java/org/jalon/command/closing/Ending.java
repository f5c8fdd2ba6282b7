package org.jalon.command.closing;

import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Tag;
import org.jalon.command.state.CaseLife;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.timeline.Fact;
import org.jspecify.annotations.Nullable;

/**
 * The life of a case and its last fact of any kind: nothing may end before what was done.
 *
 * @param last in the order of the timeline, interventions included
 */
record Ending(CaseLife life, @Nullable Fact last) {

  static final Ending START = new Ending(CaseLife.UNBORN, null);

  static Boundary of(CaseId id) {
    return Boundary.all(Tag.of(id));
  }

  Ending evolve(Fact fact) {
    return new Ending(life.evolve(fact), fact);
  }
}
