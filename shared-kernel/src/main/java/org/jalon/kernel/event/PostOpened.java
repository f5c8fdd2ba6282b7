package org.jalon.kernel.event;

import org.jalon.kernel.Fte;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.TeamId;

/**
 * A budgeted post was opened in a team, vacant.
 *
 * @param profession asked of its holder
 * @param fte budgeted
 */
public record PostOpened(PostId postId, TeamId team, ProfessionId profession, Fte fte)
    implements WorkforceEvent {}
