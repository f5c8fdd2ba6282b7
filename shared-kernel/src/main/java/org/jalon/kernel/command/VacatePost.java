package org.jalon.kernel.command;

import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionalId;

/** Record that a professional leaves a post; the effective day is the first without them. */
@Meaning("Record that a professional leaves a post; the effective day is the first without them.")
public record VacatePost(
    @Meaning("the post") PostId postId, @Meaning("who leaves") ProfessionalId professional)
    implements WorkforceCommand {}
