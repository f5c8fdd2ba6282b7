package org.jalon.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Who asks, for whom, and why.
 *
 * @param id who acts
 * @param onBehalfOf in whose place, where somebody stands in
 * @param purpose why; absent when not stated
 */
public record Actor(ActorId id, @Nullable ActorId onBehalfOf, @Nullable Purpose purpose) {

  /** Who acts on a machine without login. */
  public static final Actor LOCAL = new Actor(new ActorId("local"), null, null);
}
