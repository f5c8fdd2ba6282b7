package org.jalon.benchmark;

import java.util.List;

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
 * @param runs of which every figure is the median; of a workload that runs once, the requests
 *     measured
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
    int runs) {

  static Result of(String engine, String workload, Shape shape, List<Sample> samples) {
    Sample median = Sample.median(samples);
    return new Result(
        engine,
        workload,
        shape.callers(),
        shape.events(),
        shape.tags(),
        median.perSecond(),
        median.p50Millis(),
        median.p99Millis(),
        samples.size());
  }
}
