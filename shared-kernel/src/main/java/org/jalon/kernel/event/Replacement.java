package org.jalon.kernel.event;

import org.jalon.kernel.EffectiveDay;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the place of a rectified entry.
 *
 * @param day when it happened in the world
 * @param effectiveOn the same as the rectification gave it: a day, or an instant with its offset;
 *     absent where it gave none, then it stands as the entry has it
 * @param event of the kind of the entry
 */
public record Replacement(EffectiveDay day, @Nullable String effectiveOn, Event event) {}
