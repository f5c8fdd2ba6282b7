package org.jalon.kernel.command;

import org.jalon.kernel.Fte;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionalId;
import org.jspecify.annotations.Nullable;

/**
 * Let a professional hold a post.
 *
 * @param postId the post
 * @param professional who will hold it
 * @param fte worked in this post, at most 1
 * @param replaces the absent holder whose place is taken
 */
public record FillPost(
    PostId postId, ProfessionalId professional, Fte fte, @Nullable ProfessionalId replaces)
    implements Command {}
