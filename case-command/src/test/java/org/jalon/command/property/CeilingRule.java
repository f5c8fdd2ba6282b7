package org.jalon.command.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jalon.command.caseload.CaseloadRule;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Draft;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.property.Sequence.Asked;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.command.AcceptHandOver;
import org.jalon.kernel.command.AssignReferent;
import org.jalon.kernel.command.CaseCommand;
import org.jalon.kernel.command.RectifyEntry;
import org.jalon.kernel.command.TransferCaseload;
import org.jalon.kernel.command.TransferCaseload.Handed;
import org.jalon.kernel.event.CaseloadAboveCeiling;
import org.jalon.kernel.event.CaseloadCeilingOverridden;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.ReferentAssigned;
import org.jalon.kernel.event.ReferentChanged;
import org.jalon.kernel.event.Replacement;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.wire.Amendment;
import org.jspecify.annotations.Nullable;

/**
 * Rule 3 of the domain, exactly as it is written, for one command and its answer.
 *
 * @param before all facts when it was asked
 * @param after all facts then
 */
record CeilingRule(Asked<?> asked, List<Fact> before, List<Fact> after) {

  /** Nothing of a sequence lies before. */
  private static final EffectiveDay BEGIN = EffectiveDay.of(2025, 6, 1);

  void holds() {
    switch (asked.decision()) {
      case Decision.Accepted(var drafts) when drafts.isEmpty() -> {}
      case Decision.Accepted(var drafts) -> accepted(drafts);
      case Decision.Refused(_, var refusals) -> {
        assertThat(after).isEqualTo(before);
        if (refusals.stream().noneMatch(CeilingRule::isImpossible)) {
          refusals.stream()
              .filter(refusal -> refusal.rule() == CaseloadRule.CASELOAD_CEILING_REACHED)
              .forEach(this::refusedRightly);
        }
      }
      case Decision.Denied _ -> assertThat(after).isEqualTo(before);
    }
  }

  /** The last day on which anything may change. */
  static EffectiveDay last(List<Fact> facts) {
    return Standing.of(facts).getLast().day();
  }

  /** Nobody's load can be told in a history that contradicts itself. */
  private static boolean isImpossible(Refusal refusal) {
    return refusal.rule() == CommonRule.CONTRADICTS_RECORDED_FACT;
  }

  private void accepted(List<Draft> drafts) {
    switch (asked.intent().command()) {
      case TransferCaseload transfer -> transferred(transfer, drafts);
      case CaseCommand command -> added(command.caseId(), drafts);
      case RectifyEntry _
          when drafts.getFirst().event() instanceof EntryRectified e && e.caseId() != null ->
          added(e.caseId(), drafts);
      default -> alerted(drafts);
    }
  }

  /** An act raised nobody's load above the ceiling unless that very case was admitted. */
  private void added(CaseId id, List<Draft> drafts) {
    Set<ProfessionalId> admitted = new HashSet<>();
    drafts.forEach(
        draft -> {
          if (draft.event() instanceof CaseloadCeilingOverridden over) {
            assertThat(over.caseId()).isEqualTo(id);
            admitted.add(over.referent());
          }
        });
    assertThat(raisedAbove(before, after, id)).as("above by %s", asked).isEqualTo(admitted);
  }

  /** The same for each case of a transfer, with the cases before it in the list. */
  private void transferred(TransferCaseload transfer, List<Draft> drafts) {
    Set<CaseId> admitted = new HashSet<>();
    drafts.forEach(
        draft -> {
          if (draft.event() instanceof CaseloadCeilingOverridden over) {
            admitted.add(over.caseId());
          }
        });
    List<Fact> so = before;
    for (Handed handed : transfer.cases()) {
      List<Fact> next = with(so, changed(handed, transfer.from()));
      assertThat(!raisedAbove(so, next, handed.caseId()).isEmpty())
          .as("%s above by %s", handed, asked)
          .isEqualTo(admitted.contains(handed.caseId()));
      so = next;
    }
  }

  /** Less capacity is told for exactly those who come above by it, with the first such day. */
  private void alerted(List<Draft> drafts) {
    EffectiveDay from = BEGIN;
    EffectiveDay to = last(before).orLater(last(after));
    Map<CaseloadAboveCeiling, EffectiveDay> alerts = new HashMap<>();
    drafts.forEach(
        draft -> {
          if (draft.event() instanceof CaseloadAboveCeiling alert) {
            alerts.put(alert, draft.effectiveOn().day());
          }
        });
    assertThat(alerts)
        .as("alerts by %s", asked)
        .isEqualTo(Loads.of(after, from, to, null).comingAbove(Loads.of(before, from, to, null)));
  }

  private void refusedRightly(Refusal refusal) {
    switch (asked.intent().command()) {
      case AssignReferent command -> {
        var act = new ReferentAssigned(command.caseId(), command.referent());
        raises(command.caseId(), refusal, before, with(before, act));
      }
      case AcceptHandOver command -> {
        var receiver = new ProfessionalId(String.valueOf(refusal.subject()));
        var act = new ReferentChanged(command.caseId(), receiver, receiver, today());
        raises(command.caseId(), refusal, before, with(before, act));
      }
      case TransferCaseload transfer -> refusedRightly(transfer, refusal);
      case RectifyEntry command -> {
        EntryRectified act = rectified(command);
        raises(act.caseId(), refusal, before, with(before, act));
      }
      default -> throw new AssertionError("refused for the ceiling: " + asked);
    }
  }

  private void refusedRightly(TransferCaseload transfer, Refusal refusal) {
    List<Fact> so = before;
    Set<CaseId> seen = new HashSet<>();
    for (Handed handed : transfer.cases()) {
      if (!seen.add(handed.caseId()) || !isOpen(handed.caseId())) {
        continue;
      }
      List<Fact> next = with(so, changed(handed, transfer.from()));
      if (handed.caseId().value().equals(refusal.subject())) {
        assertThat(raisedAbove(so, next, handed.caseId())).as("%s", asked).contains(handed.to());
        return;
      }
      so = next;
    }
    throw new AssertionError("refused for no case of the transfer: " + asked);
  }

  private void raises(@Nullable CaseId id, Refusal refusal, List<Fact> was, List<Fact> would) {
    assertThat(id).isNotNull();
    assertThat(raisedAbove(was, would, id))
        .as("%s", asked)
        .contains(new ProfessionalId(String.valueOf(refusal.subject())));
  }

  private Set<ProfessionalId> raisedAbove(List<Fact> was, List<Fact> is, CaseId id) {
    Intent<?> intent = asked.intent();
    EffectiveDay from = intent.command() instanceof RectifyEntry ? BEGIN : intent.day();
    EffectiveDay to = intent.day().orLater(intent.today());
    ProgrammeId programme = Loads.programmeOf(id, is);
    return Loads.of(is, from, to, programme).raisedAbove(Loads.of(was, from, to, programme));
  }

  private boolean isOpen(CaseId id) {
    List<Boolean> open = new ArrayList<>();
    EffectiveDay day = asked.intent().day();
    Day.each(before, day, day, end -> open.add(end.isOpen(id)));
    return open.getFirst();
  }

  /** What was annulled comes back as it stood before. */
  private Fact asItStoodLast(Fact recorded) {
    Fact standing = recorded;
    for (Fact fact : before) {
      if (fact.event() instanceof EntryRectified how
          && how.position() == recorded.position()
          && how.replacement() != null) {
        standing =
            new Fact(
                recorded.position(),
                how.replacement().day(),
                recorded.commandId(),
                how.replacement().event());
      }
    }
    return standing;
  }

  private EntryRectified rectified(RectifyEntry command) {
    Fact recorded = before.get((int) command.position().value() - 1);
    Fact standing = asItStoodLast(recorded);
    Replacement replacement = command.fields() == null ? null : replacement(standing, command);
    return new EntryRectified(
        recorded.position(),
        "entry",
        Event.caseOf(recorded.event()).orElseThrow(),
        List.of(),
        replacement,
        null,
        null);
  }

  private Replacement replacement(Fact standing, RectifyEntry command) {
    var fields = Objects.requireNonNull(command.fields());
    var answer = new Amendment(asked.intent().zone()).apply(standing.event(), fields);
    if (answer instanceof Amendment.Amended(var event, var on)) {
      EffectiveDay day = on == null ? standing.day() : on.day();
      return new Replacement(day, day.toString(), event);
    }
    throw new AssertionError("refused for the ceiling: " + asked);
  }

  private List<Fact> with(List<Fact> facts, Event event) {
    var more = new ArrayList<>(facts);
    more.add(new Fact(facts.size() + 1L, asked.intent().day(), new UUID(2, 2), event));
    return more;
  }

  private ReferentChanged changed(Handed handed, ProfessionalId from) {
    return new ReferentChanged(handed.caseId(), from, handed.to(), today());
  }

  private LocalDate today() {
    return asked.intent().today().value();
  }
}
