package org.jalon.kernel.event;

import org.jalon.kernel.Fte;
import org.jalon.kernel.PostId;

/**
 * The budget of a post changed.
 *
 * @param fte budgeted from the effective day on
 */
public record PostResized(PostId postId, Fte fte) implements WorkforceEvent {}
