package org.jalon.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one spell came to.
 *
 * @param perSecond requests answered per second, by all callers together
 * @param p50Millis median time of one request
 * @param p99Millis time within which 99 of 100 requests were answered
 */
record Sample(double perSecond, double p50Millis, double p99Millis) {

  static Sample of(Latencies latencies, long nanos) {
    return new Sample(
        latencies.size() * 1e9 / nanos, latencies.millis(0.5), latencies.millis(0.99));
  }

  /** The same where each request has answered so many. */
  Sample times(int answered) {
    return new Sample(perSecond * answered, p50Millis, p99Millis);
  }

  /** The median of each figure by itself; of an even number the higher of the two. */
  static Sample median(List<Sample> samples) {
    return new Sample(
        median(samples, Sample::perSecond),
        median(samples, Sample::p50Millis),
        median(samples, Sample::p99Millis));
  }

  private static double median(List<Sample> samples, ToDoubleFunction<Sample> figure) {
    return samples.stream()
        .mapToDouble(figure)
        .boxed()
        .sorted(Comparator.naturalOrder())
        .skip(samples.size() / 2)
        .findFirst()
        .orElseThrow();
  }
}
