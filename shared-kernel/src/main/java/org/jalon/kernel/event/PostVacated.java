package org.jalon.kernel.event;

import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionalId;

/** A professional left a post: the effective day is the first without them. */
public record PostVacated(PostId postId, ProfessionalId professional) implements WorkforceEvent {}
