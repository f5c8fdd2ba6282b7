package org.jalon.command.state;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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
 * @param taken ids of objectives of earlier accompaniments, which stay theirs
 */
public record Formalisation(
    boolean proposed,
    boolean adhesion,
    Map<String, Objective> objectives,
    @Nullable LocalDate plannedUntil,
    Set<String> taken) {

  static final Formalisation NOTHING = new Formalisation(false, false, Map.of(), null, Set.of());

  /** Keeps copies. */
  public Formalisation {
    objectives = Map.copyOf(objectives);
    taken = Set.copyOf(taken);
  }

  /** Whether an objective of this or an earlier accompaniment of the case has the id. */
  public boolean hasHad(ObjectiveId id) {
    return objectives.containsKey(id.value()) || taken.contains(id.value());
  }

  /** Whether an objective stands that was not abandoned. */
  public boolean hasObjective() {
    return objectives.values().stream().anyMatch(o -> o.state() != Objective.State.ABANDONED);
  }

  Formalisation asProposed() {
    return new Formalisation(true, adhesion, objectives, plannedUntil, taken);
  }

  Formalisation agreed() {
    return new Formalisation(proposed, true, objectives, plannedUntil, taken);
  }

  Formalisation planned(LocalDate until) {
    return new Formalisation(proposed, adhesion, objectives, until, taken);
  }

  /** What the next accompaniment begins with. */
  Formalisation ended() {
    var more = new HashSet<>(taken);
    more.addAll(objectives.keySet());
    return new Formalisation(false, false, Map.of(), null, more);
  }

  Formalisation with(ObjectiveId id, Objective objective) {
    var more = new TreeMap<>(objectives);
    more.put(id.value(), objective);
    return new Formalisation(proposed, adhesion, more, plannedUntil, taken);
  }

  Formalisation moved(ObjectiveId id, Objective.State state) {
    Objective known = objectives.get(id.value());
    return known == null ? this : with(id, known.in(state));
  }
}
