package org.jalon.command.decision;

/** A rule that can refuse; its name is the machine-readable code. */
public interface Rule {

  /** The code, for example {@code CASE_CLOSED}. */
  String name();

  /** What the rule says, in one sentence. */
  String meaning();
}
