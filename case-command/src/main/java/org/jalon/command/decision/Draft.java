package org.jalon.command.decision;

import java.util.UUID;
import org.jalon.kernel.EffectiveOn;
import org.jalon.kernel.event.Event;

/**
 * A fact about to be recorded.
 *
 * @param effectiveOn when it holds in the world
 * @param commandId of the command that it answers
 */
public record Draft(Event event, EffectiveOn effectiveOn, UUID commandId) {}
