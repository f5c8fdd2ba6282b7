package org.jalon.command.state;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jalon.kernel.ObjectiveId;
import org.jspecify.annotations.Nullable;

/**
 * What an accompaniment needs before it starts; each accompaniment begins with nothing.
 *
 * @param proposed whether it was proposed
 * @param adhesion whether the person agreed
 * @param objectives by their id, as text
 * @param plannedUntil last planned day
 */
public record Formalisation(
    boolean proposed,
    boolean adhesion,
    Map<String, Objective> objectives,
    @Nullable LocalDate plannedUntil) {

  static final Formalisation NOTHING = new Formalisation(false, false, Map.of(), null);

  /** Keeps a copy. */
  public Formalisation {
    objectives = Map.copyOf(objectives);
  }

  Formalisation asProposed() {
    return new Formalisation(true, adhesion, objectives, plannedUntil);
  }

  Formalisation agreed() {
    return new Formalisation(proposed, true, objectives, plannedUntil);
  }

  Formalisation planned(LocalDate until) {
    return new Formalisation(proposed, adhesion, objectives, until);
  }

  Formalisation with(ObjectiveId id, Objective objective) {
    var more = new TreeMap<>(objectives);
    more.put(id.value(), objective);
    return new Formalisation(proposed, adhesion, more, plannedUntil);
  }

  Formalisation moved(ObjectiveId id, Objective.State state) {
    Objective known = objectives.get(id.value());
    return known == null ? this : with(id, known.in(state));
  }
}
