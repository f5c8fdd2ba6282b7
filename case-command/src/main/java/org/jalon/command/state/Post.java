package org.jalon.command.state;

import java.util.NavigableMap;
import java.util.TreeMap;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Fte;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.TeamId;

/**
 * What is known of a post.
 *
 * @param openedOn first day
 * @param budget FTE from each day on
 */
public record Post(
    TeamId team,
    ProfessionId profession,
    EffectiveDay openedOn,
    NavigableMap<EffectiveDay, Fte> budget) {

  static Post opened(TeamId team, ProfessionId profession, EffectiveDay day, Fte fte) {
    var budget = new TreeMap<EffectiveDay, Fte>();
    budget.put(day, fte);
    return new Post(team, profession, day, budget);
  }

  Post resized(EffectiveDay day, Fte fte) {
    var more = new TreeMap<>(budget);
    more.put(day, fte);
    return new Post(team, profession, openedOn, more);
  }

  /** The budgeted FTE of a day on which the post is open. */
  public Fte budgetOn(EffectiveDay day) {
    return budget.floorEntry(day).getValue();
  }
}
