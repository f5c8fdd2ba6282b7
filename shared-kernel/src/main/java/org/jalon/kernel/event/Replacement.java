package org.jalon.kernel.event;

import org.jalon.kernel.EffectiveDay;

/**
 * What stands in the place of a rectified entry.
 *
 * @param day when it happened in the world
 * @param effectiveOn the same as it was given: a day, or an instant with its offset
 * @param event of the kind of the entry
 */
public record Replacement(EffectiveDay day, String effectiveOn, Event event) {}
