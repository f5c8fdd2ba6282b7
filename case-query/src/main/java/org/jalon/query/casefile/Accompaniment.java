package org.jalon.query.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jalon.kernel.ActorId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.ObjectiveId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.event.ClosureReason;
import org.jspecify.annotations.Nullable;

/**
 * Support by one referent, from its proposal to its end; what is absent has not happened.
 *
 * @param plannedUntil last planned day
 * @param objectives in the order in which they were set
 */
public record Accompaniment(
    @Nullable EffectiveDay proposedOn,
    @Nullable EffectiveDay adhesionOn,
    @Nullable LocalDate plannedUntil,
    @Nullable Mandate mandate,
    @Nullable Admission admission,
    List<Objective> objectives,
    @Nullable Start start,
    @Nullable Ending ending) {

  /** Nothing has happened yet. */
  static final Accompaniment NONE =
      new Accompaniment(null, null, null, null, null, List.of(), null, null);

  /** Who pilots it, and since when. */
  public record Mandate(ProfessionalId referent, EffectiveDay since) {}

  /** Its admission above the referent's ceiling. */
  public record Admission(
      EffectiveDay on, int load, int ceiling, ActorId approvedBy, Text reason) {}

  /** When it began to count, and whether it passed the gate. */
  public record Start(EffectiveDay on, boolean formalised) {}

  /** When and why it ended. */
  public record Ending(EffectiveDay on, ClosureReason reason, @Nullable Text note) {}

  Accompaniment proposed(EffectiveDay on) {
    return new Accompaniment(
        on, adhesionOn, plannedUntil, mandate, admission, objectives, start, ending);
  }

  Accompaniment agreed(EffectiveDay on) {
    return new Accompaniment(
        proposedOn, on, plannedUntil, mandate, admission, objectives, start, ending);
  }

  Accompaniment planned(LocalDate until) {
    return new Accompaniment(
        proposedOn, adhesionOn, until, mandate, admission, objectives, start, ending);
  }

  Accompaniment piloted(Mandate by) {
    return new Accompaniment(
        proposedOn, adhesionOn, plannedUntil, by, admission, objectives, start, ending);
  }

  Accompaniment admitted(Admission how) {
    return new Accompaniment(
        proposedOn, adhesionOn, plannedUntil, mandate, how, objectives, start, ending);
  }

  Accompaniment started(Start when) {
    return new Accompaniment(
        proposedOn, adhesionOn, plannedUntil, mandate, admission, objectives, when, ending);
  }

  Accompaniment ended(Ending how) {
    return new Accompaniment(
        proposedOn, adhesionOn, plannedUntil, mandate, admission, objectives, start, how);
  }

  Accompaniment with(Objective objective) {
    return with(Stream.concat(objectives.stream(), Stream.of(objective)).toList());
  }

  Accompaniment change(ObjectiveId id, UnaryOperator<Objective> change) {
    return with(
        objectives.stream().map(one -> one.id().equals(id) ? change.apply(one) : one).toList());
  }

  private Accompaniment with(List<Objective> all) {
    return new Accompaniment(
        proposedOn, adhesionOn, plannedUntil, mandate, admission, all, start, ending);
  }
}
