package org.jalon.kernel.command;

import org.jalon.kernel.ActorId;
import org.jalon.kernel.Narrative;
import org.jspecify.annotations.Nullable;

/**
 * The wish to admit one case above the referent's ceiling.
 *
 * @param reason why
 * @param approvedBy holder of a HEAD post in the team or its territory; default the actor
 */
public record Override(Narrative reason, @Nullable ActorId approvedBy) {}
