package org.jalon.query.casefile;

import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Narrative;
import org.jspecify.annotations.Nullable;

/**
 * A closure of the case after which it was opened again.
 *
 * @param how when and why it was closed
 * @param reopenedOn first day on which it is open again
 * @param reopening note on the reopening
 */
public record Closure(
    Accompaniment.Ending how, EffectiveDay reopenedOn, @Nullable Narrative reopening) {}
