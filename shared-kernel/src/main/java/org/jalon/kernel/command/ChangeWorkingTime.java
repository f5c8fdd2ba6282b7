package org.jalon.kernel.command;

import org.jalon.kernel.Fte;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionalId;

/** Change the fraction that a professional works in a post. */
@Meaning("Change the fraction that a professional works in a post.")
public record ChangeWorkingTime(
    @Meaning("the post") PostId postId,
    @Meaning("who holds it") ProfessionalId professional,
    @Meaning("fraction of a full-time post from then on") Fte fte)
    implements WorkforceCommand {}
