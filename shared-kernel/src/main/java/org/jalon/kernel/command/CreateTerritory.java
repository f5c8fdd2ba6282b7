package org.jalon.kernel.command;

import org.jalon.kernel.Label;
import org.jalon.kernel.TerritoryId;

/** Create a territory. */
@Meaning("Create a territory.")
public record CreateTerritory(
    @Meaning("new id") TerritoryId territoryId, @Meaning("shown to people") Label label)
    implements WorkforceCommand {}
