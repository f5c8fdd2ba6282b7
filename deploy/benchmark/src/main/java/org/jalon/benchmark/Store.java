package org.jalon.benchmark;

/** An event store under load, on the server of the run. */
interface Store {

  /** Its name in the results. */
  String engine();

  /** What it is asked for, by name. */
  default String workload() {
    return "append";
  }

  /** How it is asked: what it cannot be given, another takes the place of. */
  default Shape shape(Shape asked) {
    return asked;
  }

  /**
   * Opens its connections, is asked for a while, and closes them: stores take turns, and a server
   * has only so many.
   *
   * @throws Exception if it does not answer, or answers what it was not asked
   */
  Sample run(Shape shape, Spell spell) throws Exception;
}
