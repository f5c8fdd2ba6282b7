package org.jalon.history.run;

/**
 * Something bad that was done.
 *
 * @param at as {@link System#nanoTime()} tells
 * @param target a node, or what else it was done to
 */
record Fault(long at, Kind kind, String target) {

  /** What can be done. */
  enum Kind {
    KILL_NODE,
    KILL_CLIENTS,
    KILL_SERVER,
    STOP_NODE,
    TERMINATE_BACKENDS
  }
}
