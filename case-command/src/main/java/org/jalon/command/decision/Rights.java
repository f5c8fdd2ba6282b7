package org.jalon.command.decision;

import org.jalon.kernel.Actor;

/** Who may do what; asked inside the unit of work of every decision. */
@FunctionalInterface
public interface Rights {

  /**
   * Until there is login nobody's name is proved, the server listens on loopback alone, and whoever
   * asks has the rights of {@code local}: all of them.
   */
  Rights LOCAL_TRUST = (_, _) -> true;

  /** Whether the actor has the right. */
  boolean allow(Actor actor, Right right);
}
