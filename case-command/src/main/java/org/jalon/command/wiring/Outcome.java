package org.jalon.command.wiring;

import java.time.Instant;
import java.util.List;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Right;

/** How a command ended. */
public sealed interface Outcome {

  /**
   * A fact that answers the command.
   *
   * @param type stored name of the event
   */
  record Answered(String type, long position, Instant recordedAt) {}

  /**
   * The command holds.
   *
   * @param position of its last fact, or at which there was nothing to do
   * @param facts now or earlier recorded; none for a no-op
   */
  record Accepted(long position, List<Answered> facts) implements Outcome {}

  /**
   * The command holds; being a dry run it was not recorded.
   *
   * @param position at which it was decided
   * @param types stored names of what would have been recorded
   */
  record WouldRecord(long position, List<String> types) implements Outcome {}

  /** The command breaks rules. */
  record Refused(Decision.Refused decision) implements Outcome {}

  /** The actor may not ask for it. */
  record Denied(Right right) implements Outcome {}
}
