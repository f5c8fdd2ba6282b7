/**
 * Judges what clients and readers of an event store were told against what stands in it in the end;
 * knows neither the store nor how the history came about.
 */
@NullMarked
package org.jalon.history;

import org.jspecify.annotations.NullMarked;
