package org.jalon.command.decision;

import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;

/**
 * Refuses what names something that is not there on the day.
 *
 * @param day on which it should be there
 * @param field that names it
 */
public record Absent(EffectiveDay day, String field) {

  /** There is no such programme. */
  public Refusal programme(ProgrammeId id) {
    return refusal(
        CommonRule.PROGRAMME_UNKNOWN,
        id.value(),
        "there is no programme %s on %s; polyvalence is there from the start, check the id");
  }

  /** There is no such team. */
  public Refusal team(TeamId id) {
    return refusal(
        CommonRule.TEAM_UNKNOWN, id.value(), "there is no team %s on %s; CreateTeam first");
  }

  /** There is no such territory. */
  public Refusal territory(TerritoryId id) {
    return refusal(
        CommonRule.TERRITORY_UNKNOWN,
        id.value(),
        "there is no territory %s on %s; CreateTerritory first");
  }

  private Refusal refusal(Rule rule, String id, String message) {
    return new Refusal(rule, field, id, message.formatted(id, day));
  }
}
