package org.jalon.query.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jalon.kernel.ActorId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.ObjectiveId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.event.ClosureReason;
import org.jspecify.annotations.Nullable;

/**
 * Support by one referent at a time, from its proposal to its end; what is absent has not happened.
 *
 * @param plannedUntil last planned day
 * @param mandates of its referents, in their order; at most the last one runs
 * @param handOver that waits for its receiver
 * @param admissions above a referent's ceiling, in their order
 * @param objectives in the order in which they were set
 */
public record Accompaniment(
    @Nullable EffectiveDay proposedOn,
    @Nullable EffectiveDay adhesionOn,
    @Nullable LocalDate plannedUntil,
    List<Mandate> mandates,
    @Nullable HandOver handOver,
    List<Admission> admissions,
    List<Objective> objectives,
    @Nullable Start start,
    @Nullable Ending ending) {

  /** Nothing has happened yet. */
  static final Accompaniment NONE =
      new Accompaniment(null, null, null, List.of(), null, List.of(), List.of(), null, null);

  /** Its admission above the ceiling of a referent. */
  public record Admission(
      ProfessionalId referent,
      EffectiveDay on,
      int load,
      int ceiling,
      ActorId approvedBy,
      Narrative reason) {}

  /** When it began to count, and whether it passed the gate. */
  public record Start(EffectiveDay on, boolean formalised) {}

  /** When and why it, or the case, ended. */
  public record Ending(EffectiveDay on, ClosureReason reason, @Nullable Narrative note) {}

  /** Keeps copies. */
  public Accompaniment {
    mandates = List.copyOf(mandates);
    admissions = List.copyOf(admissions);
    objectives = List.copyOf(objectives);
  }

  /** The mandate that runs; of an accompaniment that has ended, the last one. */
  public Optional<Mandate> mandate() {
    return mandates.isEmpty()
        ? Optional.empty()
        : Optional.of(mandates.getLast()).filter(last -> last.runs() || ending != null);
  }

  /** How a mandate was admitted above the referent's ceiling, if it was. */
  public Optional<Admission> admission(Mandate mandate) {
    return admissions.stream()
        .filter(one -> holder(one).filter(mandate::equals).isPresent())
        .reduce((_, later) -> later);
  }

  /** The first mandate of the referent that had not ended; its own day may have been corrected. */
  private Optional<Mandate> holder(Admission admission) {
    return mandates.stream()
        .filter(mandate -> mandate.referent().equals(admission.referent()))
        .filter(mandate -> mandate.until() == null || admission.on().isBefore(mandate.until()))
        .findFirst();
  }

  Accompaniment proposed(EffectiveDay on) {
    return with(on, adhesionOn, plannedUntil, objectives, start);
  }

  Accompaniment agreed(EffectiveDay on) {
    return with(proposedOn, on, plannedUntil, objectives, start);
  }

  Accompaniment planned(LocalDate until) {
    return with(proposedOn, adhesionOn, until, objectives, start);
  }

  Accompaniment started(Start when) {
    return with(proposedOn, adhesionOn, plannedUntil, objectives, when);
  }

  Accompaniment with(Objective objective) {
    return with(proposedOn, adhesionOn, plannedUntil, append(objectives, objective), start);
  }

  Accompaniment change(ObjectiveId id, UnaryOperator<Objective> change) {
    List<Objective> changed =
        objectives.stream().map(one -> one.id().equals(id) ? change.apply(one) : one).toList();
    return with(proposedOn, adhesionOn, plannedUntil, changed, start);
  }

  Accompaniment piloted(ProfessionalId by, EffectiveDay from, @Nullable LocalDate overlapUntil) {
    return under(append(unpiloted(from, overlapUntil), Mandate.begun(by, from)), null);
  }

  Accompaniment released(EffectiveDay on) {
    return under(unpiloted(on, null), null);
  }

  Accompaniment offered(@Nullable HandOver pending) {
    return under(mandates, pending);
  }

  Accompaniment admitted(Admission how) {
    return new Accompaniment(
        proposedOn,
        adhesionOn,
        plannedUntil,
        mandates,
        handOver,
        append(admissions, how),
        objectives,
        start,
        ending);
  }

  Accompaniment ended(Ending how) {
    return new Accompaniment(
        proposedOn,
        adhesionOn,
        plannedUntil,
        unpiloted(how.on(), null),
        null,
        admissions,
        objectives,
        start,
        how);
  }

  private List<Mandate> unpiloted(EffectiveDay on, @Nullable LocalDate overlapUntil) {
    return mandates.stream().map(mandate -> mandate.ended(on, overlapUntil)).toList();
  }

  private Accompaniment under(List<Mandate> all, @Nullable HandOver pending) {
    return new Accompaniment(
        proposedOn, adhesionOn, plannedUntil, all, pending, admissions, objectives, start, ending);
  }

  private Accompaniment with(
      @Nullable EffectiveDay proposal,
      @Nullable EffectiveDay adhesion,
      @Nullable LocalDate until,
      List<Objective> aims,
      @Nullable Start begun) {
    return new Accompaniment(
        proposal, adhesion, until, mandates, handOver, admissions, aims, begun, ending);
  }

  private static <T> List<T> append(List<T> all, T one) {
    return Stream.concat(all.stream(), Stream.of(one)).toList();
  }
}
