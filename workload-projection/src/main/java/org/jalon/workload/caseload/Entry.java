package org.jalon.workload.caseload;

import org.jalon.kernel.EffectiveDay;

/**
 * Something that holds from a day until it is said anew.
 *
 * @param position at which it was said
 */
public record Entry<V>(V value, EffectiveDay from, long position) {}
