package org.jalon.standalone.sides;

import java.util.Map;
import org.jalon.command.intervening.RecordingIntervention;
import org.jalon.command.rectifying.CorrectingIntervention;
import org.jalon.command.rectifying.RectifyingEntry;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.InterventionId;
import org.jalon.kernel.command.CorrectIntervention;
import org.jalon.kernel.command.EntryPosition;
import org.jalon.kernel.command.Fields;
import org.jalon.kernel.command.RecordIntervention;
import org.jalon.kernel.command.RectifyEntry;
import org.jalon.kernel.command.RectifyEntry.Action;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.Mode;

/** Entries are corrected and annulled at random. */
final class RandomCorrections {

  private final Clerk clerk;

  RandomCorrections(Clerk clerk) {
    this.clerk = clerk;
  }

  /** Of an entry anywhere in the past, often of a late one, on which less rests. */
  void rectified() {
    int last = clerk.ledger().facts().size();
    long position =
        clerk.random().nextBoolean()
            ? 1 + clerk.random().nextInt(last)
            : last - clerk.random().nextInt(15);
    boolean annuls = clerk.random().nextInt(3) == 0;
    clerk.ask(
        new RectifyingEntry(),
        new RectifyEntry(
            EntryPosition.of(position),
            annuls ? Action.ANNUL : Action.REPLACE,
            annuls ? null : fields(clerk.ledger().facts().get((int) position - 1).event()),
            Clerk.text()),
        clerk.today());
  }

  void intervened(CaseId id) {
    var intervention = new InterventionId("i" + clerk.random().nextInt(9));
    if (clerk.random().nextBoolean()) {
      clerk.ask(
          new RecordingIntervention(),
          new RecordIntervention(
              id, intervention, clerk.professional(), Mode.INTAKE, null, null, null, null, null),
          clerk.past());
    } else {
      clerk.ask(
          new CorrectingIntervention(),
          new CorrectIntervention(id, intervention, effectiveOn(), Clerk.text()),
          clerk.today());
    }
  }

  private Fields fields(Event entry) {
    if (clerk.random().nextInt(3) > 0) {
      return effectiveOn();
    }
    return switch (entry.getClass().getSimpleName()) {
      case "ReferentAssigned" -> new Fields(Map.of("referent", clerk.professional().value()));
      case "ReferentChanged", "HandOverProposed" ->
          new Fields(Map.of("to", clerk.professional().value()));
      case "PostFilled" ->
          new Fields(
              Map.of("fte", clerk.share().value(), "professional", clerk.professional().value()));
      case "WorkingTimeChanged", "PostOpened" -> new Fields(Map.of("fte", clerk.share().value()));
      case "ObjectiveEvaluated" -> new Fields(Map.of("outcome", clerk.outcome().name()));
      case "DurationPlanned" -> new Fields(Map.of("until", clerk.today().plusDays(30).toString()));
      case "ObjectiveSet" -> new Fields(Map.of("objectiveId", clerk.aim().value()));
      default -> effectiveOn();
    };
  }

  private Fields effectiveOn() {
    return new Fields(Map.of("effectiveOn", clerk.past().toString()));
  }
}
