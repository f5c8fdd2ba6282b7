package org.jalon.kernel.command;

import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionalId;

/**
 * Record that a professional leaves a post; the effective day is the first without them.
 *
 * @param postId the post
 * @param professional who leaves
 */
public record VacatePost(PostId postId, ProfessionalId professional) implements Command {}
