package org.jalon.kernel.event;

import org.jalon.kernel.Fte;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionalId;

/**
 * A professional works another fraction in a post from the effective day on.
 *
 * @param fte worked in this post
 */
public record WorkingTimeChanged(PostId postId, ProfessionalId professional, Fte fte)
    implements WorkforceEvent {}
