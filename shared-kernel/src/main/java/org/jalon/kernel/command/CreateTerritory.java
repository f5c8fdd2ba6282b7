package org.jalon.kernel.command;

import org.jalon.kernel.Label;
import org.jalon.kernel.TerritoryId;

/**
 * Create a territory.
 *
 * @param territoryId new id
 * @param label shown to people
 */
public record CreateTerritory(TerritoryId territoryId, Label label) implements Command {}
