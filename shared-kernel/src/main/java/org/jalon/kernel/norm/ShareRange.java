package org.jalon.kernel.norm;

/**
 * How much of the working time a mode should take.
 *
 * @param mode what is done
 * @param min percent, from 0 to 100
 * @param max percent, from min to 100
 */
public record ShareRange(TimeMode mode, int min, int max) {}
