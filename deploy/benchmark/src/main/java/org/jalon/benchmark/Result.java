package org.jalon.benchmark;

/**
 * One line of the results.
 *
 * @param engine what was measured
 * @param workload what it had to do
 * @param callers at once
 * @param eventsPerRequest recorded by each request
 * @param tags of each event, that of its command included
 * @param perSecond requests answered per second, by all callers together
 * @param p50Millis median time of one request
 * @param p99Millis time within which 99 of 100 requests were answered
 * @param runs requests measured
 */
record Result(
    String engine,
    String workload,
    int callers,
    int eventsPerRequest,
    int tags,
    double perSecond,
    double p50Millis,
    double p99Millis,
    int runs) {}
