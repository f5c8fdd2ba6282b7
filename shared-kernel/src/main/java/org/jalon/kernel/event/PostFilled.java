package org.jalon.kernel.event;

import org.jalon.kernel.Fte;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionalId;
import org.jspecify.annotations.Nullable;

/**
 * A professional holds a post from the effective day on.
 *
 * @param fte worked in this post
 * @param replaces the absent holder whose place is taken, for a substitute
 */
public record PostFilled(
    PostId postId, ProfessionalId professional, Fte fte, @Nullable ProfessionalId replaces)
    implements WorkforceEvent {}
