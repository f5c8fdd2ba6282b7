package org.jalon.kernel.command;

import org.jalon.kernel.Fte;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionalId;
import org.jspecify.annotations.Nullable;

/** Let a professional hold a post from the effective day on. */
@Meaning("Let a professional hold a post from the effective day on.")
public record FillPost(
    @Meaning("the post") PostId postId,
    @Meaning("who will hold it") ProfessionalId professional,
    @Meaning("worked in this post, at most 1") Fte fte,
    @Meaning("the absent holder whose place is taken") @Nullable ProfessionalId replaces)
    implements WorkforceCommand {}
