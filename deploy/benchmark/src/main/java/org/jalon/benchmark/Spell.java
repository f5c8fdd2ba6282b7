package org.jalon.benchmark;

import java.time.Duration;

/**
 * How long a store is under load at a time.
 *
 * @param warmUp before anything counts, to open connections and prepare statements
 * @param measured after it
 */
record Spell(Duration warmUp, Duration measured) {}
