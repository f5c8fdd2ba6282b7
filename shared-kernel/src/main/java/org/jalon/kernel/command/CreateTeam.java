package org.jalon.kernel.command;

import org.jalon.kernel.Label;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;

/**
 * Create a team in a territory.
 *
 * @param teamId new id
 * @param territory it belongs to
 * @param label shown to people
 */
public record CreateTeam(TeamId teamId, TerritoryId territory, Label label) implements Command {}
