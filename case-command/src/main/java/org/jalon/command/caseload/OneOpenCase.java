package org.jalon.command.caseload;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Refusal;
import org.jalon.command.decision.Tag;
import org.jalon.command.state.CaseLife;
import org.jalon.command.state.Period;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.HouseholdId;
import org.jalon.kernel.event.CaseOpened;

/** At most one open case per household and programme on any day. */
public final class OneOpenCase {

  private OneOpenCase() {}

  /** The openings of a household, and what opens and closes each case that was found. */
  public static Boundary of(HouseholdId household, World known) {
    Boundary boundary = Boundary.all(Tag.of(household));
    for (CaseId id : known.cases().keySet()) {
      boundary = boundary.and(CaseLife.opennessOf(id));
    }
    return boundary;
  }

  /**
   * Refuses that a case is open on a day on which another of its household and programme is, unless
   * it was so before.
   */
  public static List<Refusal> refusals(World before, World after, CaseId id, String field) {
    CaseOpened opening = after.story(id).life().opening();
    if (opening == null) {
      return List.of();
    }
    return after.cases().keySet().stream()
        .filter(other -> clash(after, id, other) && !clash(before, id, other))
        .sorted(Comparator.comparing(CaseId::value))
        .map(other -> refusal(opening, other, field))
        .toList();
  }

  private static boolean clash(World world, CaseId one, CaseId other) {
    CaseOpened opening = world.story(one).life().opening();
    CaseLife life = world.story(other).life();
    return opening != null
        && !one.equals(other)
        && life.isIn(opening.household(), opening.programme())
        && meet(world.story(one).life(), life);
  }

  /**
   * Refuses a new case while another of the household and programme is open on that day or later.
   */
  public static List<Refusal> refusals(World world, CaseOpened opening, Period period) {
    return world.cases().entrySet().stream()
        .filter(other -> !other.getKey().equals(opening.caseId()))
        .filter(o -> o.getValue().life().isIn(opening.household(), opening.programme()))
        .filter(other -> meets(period, other.getValue().life()))
        .map(Map.Entry::getKey)
        .sorted(Comparator.comparing(CaseId::value))
        .map(other -> refusal(opening, other, "household"))
        .toList();
  }

  private static boolean meet(CaseLife one, CaseLife other) {
    return one.periods().stream().anyMatch(period -> meets(period, other));
  }

  private static boolean meets(Period period, CaseLife other) {
    return other.periods().stream().anyMatch(o -> o.meets(period.from(), period.until()));
  }

  private static Refusal refusal(CaseOpened opening, CaseId other, String field) {
    return new Refusal(
        CommonRule.CASE_ALREADY_OPEN,
        field,
        other.value(),
        "household %s has case %s open in %s on a day on which this case would be open; go on with that case or close it first"
            .formatted(opening.household(), other, opening.programme()));
  }
}
