package org.jalon.command.state;

/**
 * What is known of an objective.
 *
 * @param criteria how many it has
 * @param state how far it is
 */
public record Objective(int criteria, State state) {

  /** How far an objective is. */
  public enum State {
    /** Set, not evaluated yet. */
    OPEN,
    /** Evaluated, may be evaluated again. */
    EVALUATED,
    /** Met, for good. */
    MET,
    /** Abandoned, for good. */
    ABANDONED
  }

  /** Whether nothing can change any more. */
  public boolean isFinal() {
    return state == State.MET || state == State.ABANDONED;
  }

  /** Whether it was neither evaluated nor abandoned. */
  public boolean isPending() {
    return state == State.OPEN;
  }

  Objective in(State next) {
    return new Objective(criteria, next);
  }
}
