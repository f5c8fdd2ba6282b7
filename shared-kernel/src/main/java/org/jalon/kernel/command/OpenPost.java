package org.jalon.kernel.command;

import org.jalon.kernel.Fte;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.TeamId;

/**
 * Open a budgeted post in a team.
 *
 * @param postId new id
 * @param team it belongs to
 * @param profession asked of its holder
 * @param fte budgeted
 */
public record OpenPost(PostId postId, TeamId team, ProfessionId profession, Fte fte)
    implements Command {}
