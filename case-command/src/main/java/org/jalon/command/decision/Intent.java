package org.jalon.command.decision;

import java.time.ZoneId;
import java.util.UUID;
import org.jalon.kernel.Actor;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.EffectiveOn;

/**
 * A command with all that a pure rule may not fetch itself.
 *
 * @param id of the command; the same id records once
 * @param actor who asks
 * @param effectiveOn when it happened in the world
 * @param today the day on which it is decided
 * @param zone of the installation, in which instants fall on their days
 */
public record Intent<C>(
    C command, UUID id, Actor actor, EffectiveOn effectiveOn, EffectiveDay today, ZoneId zone) {

  /** The effective day. */
  public EffectiveDay day() {
    return effectiveOn.day();
  }
}
