package org.jalon.command.caseload;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.command.Override;
import org.jalon.kernel.event.CaseEvent;
import org.jalon.kernel.event.CaseloadCeilingOverridden;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is to become the referent of a case: in post that day, of a profession that the
 * programme admits, and under the ceiling on every day from the effective day to the later of it
 * and today.
 *
 * @param world in which the case was opened
 * @param who takes the case
 * @param override admits the case above the ceiling; absent for none
 * @param field that names who takes it
 */
public record Taker(
    Intent<?> intent,
    World world,
    CaseId caseId,
    ProfessionalId who,
    @Nullable Override override,
    String field) {

  /** The first day on which the fact that makes them referent is too much, if there is one. */
  public Optional<Excess> excess(CaseEvent change) {
    World after = world.withCaseFacts(Decision.accept(intent, change).facts());
    return Excess.byLoad(
        world, after, who, intent.day(), intent.day().orLater(intent.today()), programme());
  }

  /** Why they may not, given the day on which it is too much; none if they may. */
  public List<Refusal> refusals(Optional<Excess> excess) {
    Optional<Refusal> unfit = Taking.refusal(intent.day(), world, who, programme(), field);
    if (unfit.filter(refusal -> refusal.rule() == CaseloadRule.NOT_IN_POST).isPresent()) {
      return List.of(unfit.get());
    }
    return Stream.concat(unfit.stream(), excess.flatMap(this::notAdmitted).stream()).toList();
  }

  /** The fact that they may above the ceiling, if it is too much and they may. */
  public Optional<CaseloadCeilingOverridden> admission(Optional<Excess> excess) {
    return excess.flatMap(
        over ->
            Optional.ofNullable(override)
                .map(admits -> Approval.admission(intent, admits, caseId, who, over)));
  }

  /** The programme of the case. */
  public ProgrammeId programme() {
    return Objects.requireNonNull(world.story(caseId).life().opening()).programme();
  }

  private Optional<Refusal> notAdmitted(Excess over) {
    return override == null
        ? Optional.of(Taking.ceilingReached(world, who, over, field))
        : Approval.check(intent, override, world, caseId, who);
  }
}
