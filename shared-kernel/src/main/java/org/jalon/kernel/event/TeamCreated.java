package org.jalon.kernel.event;

import org.jalon.kernel.Label;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;

/**
 * A team was created in a territory.
 *
 * @param territory it belongs to
 * @param label shown to people
 */
public record TeamCreated(TeamId teamId, TerritoryId territory, Label label)
    implements WorkforceEvent {}
