package org.jalon.command.caseload;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.state.Engagement;
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
public record Taking(
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
    if (world.staffing().of(who, intent.day()).isEmpty()) {
      return List.of(notInPost());
    }
    List<Refusal> refusals = new ArrayList<>();
    if (!isAllowed()) {
      refusals.add(notAllowed());
    }
    excess.flatMap(this::notAdmitted).ifPresent(refusals::add);
    return refusals;
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

  private boolean isAllowed() {
    return world.staffing().of(who, intent.day()).stream()
        .map(Engagement::post)
        .flatMap(post -> world.staffing().post(post).stream())
        .anyMatch(post -> world.programmes().allow(programme(), post.profession(), intent.day()));
  }

  private Optional<Refusal> notAdmitted(Excess over) {
    return override == null
        ? Optional.of(ceilingReached(over))
        : Approval.check(intent, override, world, caseId, who);
  }

  private Refusal notInPost() {
    return new Refusal(
        CaseloadRule.NOT_IN_POST,
        field,
        who.value(),
        "%s holds no post on %s; FillPost first, or choose a day on which they do"
            .formatted(who, intent.day()));
  }

  private Refusal notAllowed() {
    return new Refusal(
        CaseloadRule.PROFESSION_NOT_ALLOWED,
        field,
        who.value(),
        "%s holds no post of a profession that programme %s admits as referent; choose another referent"
            .formatted(who, programme()));
  }

  private Refusal ceilingReached(Excess over) {
    return new Refusal(
        CaseloadRule.CASELOAD_CEILING_REACHED,
        field,
        who.value(),
        "%s would have %d open cases on %s, the ceiling at FTE %s is %d; choose another referent or have a head of service override it"
            .formatted(
                who,
                over.load(),
                over.day(),
                world.staffing().fteOf(who, over.day()).toPlainString(),
                over.ceiling()));
  }
}
