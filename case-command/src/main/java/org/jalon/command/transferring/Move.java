package org.jalon.command.transferring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jalon.command.caseload.CaseloadRule;
import org.jalon.command.caseload.Excess;
import org.jalon.command.caseload.Referents;
import org.jalon.command.caseload.Taker;
import org.jalon.command.caseload.World;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Draft;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.decision.Rule;
import org.jalon.command.state.CaseChecks;
import org.jalon.command.state.CaseStory;
import org.jalon.command.state.Mandate;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.command.TransferCaseload;
import org.jalon.kernel.event.ReferentChanged;

/**
 * One case of a transfer, and all that speaks against moving it.
 *
 * @param index place in the list, from 0
 */
record Move(Intent<? extends TransferCaseload> intent, World world, int index) {

  CaseId caseId() {
    return handed().caseId();
  }

  ProfessionalId to() {
    return handed().to();
  }

  /** Refuses a case that nobody could take: unknown, not open. */
  Optional<Refusal> notOpen() {
    return CaseChecks.open(intent, caseId(), story()).map(refusal -> about(refusal, "caseId"));
  }

  Refusal twice(int first) {
    return refusal(
        TransferRule.CASE_TWICE,
        "caseId",
        "case %s stands at place %d already; name it once".formatted(caseId(), first));
  }

  ReferentChanged change() {
    return new ReferentChanged(
        caseId(), intent.command().from(), to(), Referents.overlapFrom(intent.day()));
  }

  List<Draft> drafts() {
    return Decision.accept(intent, change()).facts();
  }

  /** How the receiver is judged. */
  Taker taker() {
    return new Taker(intent, world, caseId(), to(), intent.command().override(), path("to"));
  }

  /**
   * Everything that speaks against moving an open case.
   *
   * @param excess when it is too much for the receiver, with the cases before it in the list
   */
  List<Refusal> refusals(Optional<Excess> excess) {
    Optional<Refusal> notReferent = notReferent();
    List<Refusal> refusals = new ArrayList<>();
    notReferent.ifPresent(refusals::add);
    if (to().equals(intent.command().from())) {
      refusals.add(sameReferent());
      return refusals;
    }
    taker().refusals(excess).stream().map(this::aboutTaking).forEach(refusals::add);
    if (notReferent.isEmpty()) {
      story()
          .contradiction(drafts())
          .map(found -> about(found.refusal("caseId"), "caseId"))
          .ifPresent(refusals::add);
    }
    return refusals;
  }

  private Optional<Refusal> notReferent() {
    Optional<ProfessionalId> referent =
        story().life(intent.day()).runningMandate().map(Mandate::referent);
    return referent.filter(intent.command().from()::equals).isPresent()
        ? Optional.empty()
        : Optional.of(
            refusal(
                TransferRule.NOT_REFERENT,
                "caseId",
                "%s is not referent of case %s on %s, %s is; leave the case out"
                    .formatted(
                        intent.command().from(),
                        caseId(),
                        intent.day(),
                        referent.map(ProfessionalId::value).orElse("nobody"))));
  }

  private Refusal sameReferent() {
    return refusal(
        CaseloadRule.REFERENT_ALREADY_ASSIGNED,
        "to",
        "%s hands case %s over to themselves; name another receiver".formatted(to(), caseId()));
  }

  private Refusal aboutTaking(Refusal refusal) {
    return refusal.rule() == CaseloadRule.OVERRIDE_NOT_ALLOWED
        ? new Refusal(refusal.rule(), refusal.field(), caseId().value(), refusal.message())
        : about(refusal, "to");
  }

  private Refusal about(Refusal refusal, String part) {
    return refusal(refusal.rule(), part, refusal.message());
  }

  private Refusal refusal(Rule rule, String part, String message) {
    return new Refusal(rule, path(part), caseId().value(), message);
  }

  private String path(String part) {
    return "cases/%d/%s".formatted(index, part);
  }

  private CaseStory story() {
    return world.story(caseId());
  }

  private TransferCaseload.Handed handed() {
    return intent.command().cases().get(index);
  }
}
