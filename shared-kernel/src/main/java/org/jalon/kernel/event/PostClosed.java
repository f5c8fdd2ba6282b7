package org.jalon.kernel.event;

import org.jalon.kernel.PostId;

/** A post ended: from the effective day on it is neither filled nor budgeted. */
public record PostClosed(PostId postId) implements WorkforceEvent {}
