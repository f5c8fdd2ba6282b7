package org.jalon.history;

import java.util.List;

/**
 * What a client was given when it asked for all events that match.
 *
 * @param after the position to start behind
 * @param marker up to where the answer claims to be complete
 * @param positions of the events, as they came
 * @param ids the sum of {@link EventId#hash} of the events
 */
public record Sourced(
    long startedAt,
    long endedAt,
    List<Criterion> criteria,
    long after,
    long marker,
    long[] positions,
    long ids) {}
