package org.jalon.workload.span;

import org.jalon.kernel.Fte;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.TeamId;

/**
 * A budgeted post, filled or vacant.
 *
 * @param fte budgeted
 */
public record Post(PostId id, TeamId team, ProfessionId profession, Fte fte) {}
