package org.jalon.kernel.command;

import org.jalon.kernel.Label;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;

/** Create a team in a territory. */
@Meaning("Create a team in a territory.")
public record CreateTeam(
    @Meaning("new id") TeamId teamId,
    @Meaning("it belongs to") TerritoryId territory,
    @Meaning("shown to people") Label label)
    implements WorkforceCommand {}
