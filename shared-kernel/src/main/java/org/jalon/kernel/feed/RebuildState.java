package org.jalon.kernel.feed;

import org.jspecify.annotations.Nullable;

/**
 * How far the last rebuild of a view is.
 *
 * @param position the last one applied beside the live view
 * @param head of the ledger when last looked at
 * @param seconds it has taken
 * @param failure why it failed, if it did; the live view is then as it was
 */
public record RebuildState(
    State state, long position, long head, double seconds, @Nullable String failure) {

  /** Where a rebuild stands. */
  public enum State {
    /** None was asked for since the start. */
    NONE,
    /** The live view answers meanwhile. */
    RUNNING,
    /** The new view answers. */
    DONE,
    /** The old view goes on. */
    FAILED
  }

  static final RebuildState NEVER = new RebuildState(State.NONE, 0, 0, 0, null);
}
