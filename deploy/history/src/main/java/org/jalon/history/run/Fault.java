package org.jalon.history.run;

/**
 * Something bad that was done.
 *
 * @param at as {@link System#nanoTime()} tells
 * @param target a node, or what else it was done to
 * @param holder whether that node held an advisory lock, as the holder of a lease does
 */
record Fault(long at, Kind kind, String target, boolean holder) {

  /** What can be done. */
  enum Kind {
    KILL_NODE,
    KILL_CLIENTS,
    KILL_SERVER,
    STOP_NODE,
    TERMINATE_BACKENDS
  }
}
