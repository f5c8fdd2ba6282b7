package org.jalon.command.state;

import java.util.NavigableMap;
import java.util.TreeMap;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Fte;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a post.
 *
 * @param openedOn first day
 * @param budget FTE from each day on
 * @param closedOn first day after it; absent while it stands
 */
public record Post(
    TeamId team,
    ProfessionId profession,
    EffectiveDay openedOn,
    NavigableMap<EffectiveDay, Fte> budget,
    @Nullable EffectiveDay closedOn) {

  static Post opened(TeamId team, ProfessionId profession, EffectiveDay day, Fte fte) {
    var budget = new TreeMap<EffectiveDay, Fte>();
    budget.put(day, fte);
    return new Post(team, profession, day, budget, null);
  }

  Post resized(EffectiveDay day, Fte fte) {
    var more = new TreeMap<>(budget);
    more.put(day, fte);
    return new Post(team, profession, openedOn, more, closedOn);
  }

  Post closed(EffectiveDay day) {
    return new Post(team, profession, openedOn, budget, day);
  }

  /** Whether it stands at the end of a day. */
  public boolean standsOn(EffectiveDay day) {
    return !openedOn.isAfter(day) && (closedOn == null || closedOn.isAfter(day));
  }

  /** The budgeted FTE of a day on which the post is open. */
  public Fte budgetOn(EffectiveDay day) {
    return budget.floorEntry(day).getValue();
  }
}
