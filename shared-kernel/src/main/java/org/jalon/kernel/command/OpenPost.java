package org.jalon.kernel.command;

import org.jalon.kernel.Fte;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.TeamId;

/** Open a budgeted post in a team, vacant. */
@Meaning("Open a budgeted post in a team, vacant.")
public record OpenPost(
    @Meaning("new id") PostId postId,
    @Meaning("it belongs to") TeamId team,
    @Meaning("asked of its holder, such as AS, CESF, SMS or HEAD") ProfessionId profession,
    @Meaning("budgeted") Fte fte)
    implements WorkforceCommand {}
