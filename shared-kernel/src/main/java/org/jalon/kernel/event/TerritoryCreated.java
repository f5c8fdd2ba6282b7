package org.jalon.kernel.event;

import org.jalon.kernel.Label;
import org.jalon.kernel.TerritoryId;

/**
 * A territory was created.
 *
 * @param label shown to people
 */
public record TerritoryCreated(TerritoryId territoryId, Label label) implements WorkforceEvent {}
