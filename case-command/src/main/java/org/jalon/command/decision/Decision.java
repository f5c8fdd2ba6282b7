package org.jalon.command.decision;

import java.util.List;
import org.jalon.kernel.event.Event;

/** What a rule answers. */
public sealed interface Decision {

  /** The command holds; these are its facts, none when there is nothing to do. */
  record Accepted(List<Draft> facts) implements Decision {

    /** Keeps a copy. */
    public Accepted {
      facts = List.copyOf(facts);
    }
  }

  /**
   * The command breaks rules.
   *
   * @param code of the refusal as a whole
   * @param refusals every broken rule, at least one
   */
  record Refused(Rule code, List<Refusal> refusals) implements Decision {

    /** Keeps a copy. */
    public Refused {
      refusals = List.copyOf(refusals);
    }
  }

  /** The actor may not ask for it. */
  record Denied(Right right) implements Decision {}

  /** Accepts events that take effect when the command does. */
  static Accepted accept(Intent<?> intent, List<? extends Event> events) {
    return new Accepted(
        events.stream().map(event -> new Draft(event, intent.effectiveOn(), intent.id())).toList());
  }

  /** Accepts events that take effect when the command does. */
  static Accepted accept(Intent<?> intent, Event... events) {
    return accept(intent, List.of(events));
  }

  /** What is asked for holds already: nothing is recorded. */
  static Decision nothingToDo() {
    return new Accepted(List.of());
  }

  /** Refuses for one reason. */
  static Decision refuse(Refusal refusal) {
    return new Refused(refusal.rule(), List.of(refusal));
  }

  /** Refuses for all of the reasons; the first names the whole. */
  static Decision refuse(List<Refusal> refusals) {
    return new Refused(refusals.getFirst().rule(), refusals);
  }
}
