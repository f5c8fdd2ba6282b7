package org.jalon.command.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jalon.command.decision.Draft;
import org.jalon.kernel.timeline.Fact;

/** Puts drafts behind all recorded facts, where they will be once they are recorded. */
public final class Unrecorded {

  private static final long FIRST = Long.MAX_VALUE / 2;

  private Unrecorded() {}

  /** The drafts as facts, in their order. */
  public static List<Fact> facts(Collection<Draft> drafts) {
    List<Fact> facts = new ArrayList<>();
    for (Draft draft : drafts) {
      facts.add(
          new Fact(
              FIRST + facts.size(), draft.effectiveOn().day(), draft.commandId(), draft.event()));
    }
    return facts;
  }

  static boolean is(Fact fact) {
    return fact.position() >= FIRST;
  }
}
