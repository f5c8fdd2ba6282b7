package org.jalon.kernel.command;

import org.jalon.kernel.PostId;

/** End a post that nobody holds any more. */
@Meaning("End a post that nobody holds any more.")
public record ClosePost(@Meaning("the post") PostId postId) implements WorkforceCommand {}
