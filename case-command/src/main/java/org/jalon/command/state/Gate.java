package org.jalon.command.state;

import java.util.EnumSet;
import java.util.Set;
import org.jalon.kernel.EffectiveDay;

/** What must be fixed before an accompaniment starts [Isère 18]. */
public enum Gate {
  /** The person agreed. */
  ADHESION,
  /** At least one objective with criteria stands. */
  OBJECTIVE,
  /** A duration is planned that has not ended. */
  DURATION,
  /** There is a referent. */
  REFERENT;

  /** What is missing on a day, in this order. */
  public static Set<Gate> missing(CaseLife life, EffectiveDay day) {
    var missing = EnumSet.noneOf(Gate.class);
    Formalisation so = life.formalisation();
    if (!so.adhesion()) {
      missing.add(ADHESION);
    }
    if (!so.hasObjective()) {
      missing.add(OBJECTIVE);
    }
    if (so.plannedUntil() == null || so.plannedUntil().isBefore(day.value())) {
      missing.add(DURATION);
    }
    if (life.runningMandate().isEmpty()) {
      missing.add(REFERENT);
    }
    return missing;
  }
}
