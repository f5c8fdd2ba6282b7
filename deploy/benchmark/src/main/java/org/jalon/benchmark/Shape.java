package org.jalon.benchmark;

/**
 * What a store is asked for.
 *
 * @param callers at once, each asking again when it has its answer
 * @param events appended by each request, all of them or none
 * @param tags of each event
 */
record Shape(int callers, int events, int tags) {

  /**
   * @throws IllegalArgumentException if nobody would do anything
   */
  Shape {
    if (callers < 1 || callers > 1_024 || events < 1 || events > 1_000 || tags < 1 || tags > 16) {
      throw new IllegalArgumentException(
          "%d callers, %d events, %d tags; 1 to 1024, 1 to 1000 and 1 to 16 can be measured"
              .formatted(callers, events, tags));
    }
  }

  /** The same for others at once. */
  Shape with(int other) {
    return new Shape(other, events, tags);
  }
}
