package org.jalon.query.casefile;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is over in a case.
 *
 * @param accompaniments that have ended, in their order
 * @param closures after which the case was opened again, in their order
 */
public record Past(List<Accompaniment> accompaniments, List<Closure> closures) {

  /** Nothing yet. */
  static final Past NONE = new Past(List.of(), List.of());

  /** Keeps copies. */
  public Past {
    accompaniments = List.copyOf(accompaniments);
    closures = List.copyOf(closures);
  }

  Past with(Accompaniment ended) {
    return new Past(Stream.concat(accompaniments.stream(), Stream.of(ended)).toList(), closures);
  }

  Past with(Closure overcome) {
    return new Past(accompaniments, Stream.concat(closures.stream(), Stream.of(overcome)).toList());
  }
}
