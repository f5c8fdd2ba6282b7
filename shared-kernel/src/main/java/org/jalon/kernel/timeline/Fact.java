package org.jalon.kernel.timeline;

import java.util.UUID;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.event.Event;

/**
 * An event at its two places: in the world and in the ledger.
 *
 * @param position in the ledger, from 1
 * @param day when it happened in the world
 * @param commandId of the command that it answers
 */
public record Fact(long position, EffectiveDay day, UUID commandId, Event event) {}
