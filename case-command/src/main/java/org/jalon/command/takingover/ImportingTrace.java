package org.jalon.command.takingover;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Decider;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Draft;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.decision.Rule;
import org.jalon.command.decision.Tag;
import org.jalon.command.state.CaseLife;
import org.jalon.command.state.CaseStory;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.event.CaseClosed;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.ForeignNumberKept;
import org.jalon.kernel.timeline.Fact;
import org.jspecify.annotations.Nullable;

/**
 * A foreign case is recorded as it was, whole or not at all, and each of its facts once: ceiling,
 * post, profession and gate are not asked.
 */
public final class ImportingTrace implements Decider<ImportTrace, FactsRead> {

  /** The rule. */
  public ImportingTrace() {}

  @Override
  public Boundary boundary(Intent<? extends ImportTrace> intent, FactsRead known) {
    ImportTrace trace = intent.command();
    Boundary boundary =
        Boundary.all(Tag.of(trace.opening().caseId()))
            .and(Boundary.all(Tag.of(trace.opening().household())))
            .and(Boundary.all(Tag.command(trace.openingId())));
    for (CaseId id : others(trace, known.facts()).keySet()) {
      boundary = boundary.and(CaseLife.opennessOf(id));
    }
    return boundary;
  }

  @Override
  public FactsRead read(Intent<? extends ImportTrace> intent, Collection<Fact> facts) {
    return FactsRead.of(facts);
  }

  @Override
  public Decision decide(Intent<? extends ImportTrace> intent, FactsRead state) {
    ImportTrace trace = intent.command();
    List<Fact> facts = state.facts();
    Map<UUID, Fact> recorded = facts.stream().collect(toMap(Fact::commandId, f -> f, (a, _) -> a));
    List<Fact> own = facts.stream().filter(f -> isOf(trace.opening().caseId(), f)).toList();
    List<Refusal> refusals = new ArrayList<>();
    inFuture(intent).ifPresent(refusals::add);
    another(trace, own, recorded).ifPresent(refusals::add);
    if (refusals.isEmpty()) {
      trace.history().stream().flatMap(d -> reused(d, recorded).stream()).forEach(refusals::add);
    }
    List<Draft> missing =
        trace.history().stream().filter(d -> !recorded.containsKey(d.commandId())).toList();
    if (refusals.isEmpty() && missing.stream().anyMatch(ImportingTrace::opensOrCloses)) {
      alreadyOpen(trace, facts).ifPresent(refusals::add);
    }
    if (refusals.isEmpty() && !own.isEmpty() && !missing.isEmpty()) {
      CaseStory.of(own)
          .contradiction(missing)
          .map(found -> found.refusal("caseId"))
          .ifPresent(refusals::add);
    }
    return refusals.isEmpty() ? new Decision.Accepted(missing) : Decision.refuse(refusals);
  }

  private static Optional<Refusal> inFuture(Intent<? extends ImportTrace> intent) {
    return intent.command().history().stream()
        .filter(draft -> draft.effectiveOn().day().isAfter(intent.today()))
        .findFirst()
        .map(
            draft ->
                refusal(
                    intent.command(),
                    CommonRule.EFFECTIVE_IN_FUTURE,
                    "%s on %s lies after today, %s; import it once it has happened"
                        .formatted(named(draft), draft.effectiveOn().day(), intent.today())));
  }

  private static Optional<Refusal> another(
      ImportTrace trace, List<Fact> own, Map<UUID, Fact> recorded) {
    Fact imported = recorded.get(trace.openingId());
    if (imported != null && !isOf(trace.opening().caseId(), imported)) {
      return Optional.of(
          refusal(
              trace,
              CommonRule.COMMAND_ID_REUSED,
              "this trace was imported as another case at position %d; import it with the same pseudonymise as then"
                  .formatted(imported.position())));
    }
    return own.stream()
        .filter(fact -> fact.event() instanceof CaseOpened)
        .findFirst()
        .flatMap(fact -> another(trace, (CaseOpened) fact.event(), fact));
  }

  private static Optional<Refusal> another(ImportTrace trace, CaseOpened there, Fact fact) {
    if (!there.programme().equals(trace.opening().programme())) {
      return Optional.of(
          refusal(
              trace,
              ImportRule.OTHER_PROGRAMME,
              "case %s exists in programme %s; a case is in one programme, name the other one"
                  .formatted(there.caseId(), there.programme())));
    }
    return fact.commandId().equals(trace.openingId())
        ? Optional.empty()
        : Optional.of(
            refusal(
                trace,
                CommonRule.CASE_ID_TAKEN,
                "case %s was opened by somebody else at position %d; what is imported is another case and needs another id"
                    .formatted(there.caseId(), fact.position())));
  }

  private static Optional<Refusal> reused(Draft draft, Map<UUID, Fact> recorded) {
    Fact before = recorded.get(draft.commandId());
    if (before == null
        || sameContent(before.event(), draft.event())
            && before.day().equals(draft.effectiveOn().day())) {
      return Optional.empty();
    }
    String difference =
        before.day().equals(draft.effectiveOn().day())
            ? "with another content"
            : "for %s, the file says %s".formatted(before.day(), draft.effectiveOn().day());
    return Optional.of(
        Refusal.of(
            CommonRule.COMMAND_ID_REUSED,
            "%s was imported at position %d %s; what is recorded stays, correct the file"
                .formatted(named(draft), before.position(), difference)));
  }

  /** A kept number is sealed where it is recorded; its command id stands for it. */
  private static boolean sameContent(Event recorded, Event told) {
    return recorded instanceof ForeignNumberKept there && told instanceof ForeignNumberKept here
        ? there.caseId().equals(here.caseId())
        : recorded.equals(told);
  }

  private static Optional<Refusal> alreadyOpen(ImportTrace trace, List<Fact> facts) {
    EffectiveDay from = trace.history().getFirst().effectiveOn().day();
    @Nullable EffectiveDay until = closing(trace).orElse(null);
    return others(trace, facts).entrySet().stream()
        .filter(e -> e.getValue().isIn(trace.opening().household(), trace.opening().programme()))
        .filter(e -> overlaps(e.getValue(), from, until))
        .map(Map.Entry::getKey)
        .findFirst()
        .map(
            id ->
                refusal(
                    trace,
                    ImportRule.CASE_ALREADY_OPEN,
                    "household %s has case %s open in %s at that time; close that case first"
                        .formatted(trace.opening().household(), id, trace.opening().programme())));
  }

  private static boolean overlaps(CaseLife other, EffectiveDay from, @Nullable EffectiveDay until) {
    return other.periods().stream().anyMatch(period -> period.meets(from, until));
  }

  private static boolean opensOrCloses(Draft draft) {
    return draft.event() instanceof CaseOpened || draft.event() instanceof CaseClosed;
  }

  private static Optional<EffectiveDay> closing(ImportTrace trace) {
    return trace.history().stream()
        .filter(draft -> draft.event() instanceof CaseClosed)
        .map(draft -> draft.effectiveOn().day())
        .findFirst();
  }

  private static Map<CaseId, CaseLife> others(ImportTrace trace, List<Fact> facts) {
    return facts.stream()
        .flatMap(fact -> Event.caseOf(fact.event()).map(id -> Map.entry(id, fact)).stream())
        .filter(entry -> !entry.getKey().equals(trace.opening().caseId()))
        .collect(groupingBy(Map.Entry::getKey))
        .entrySet()
        .stream()
        .collect(toMap(Map.Entry::getKey, entry -> life(entry.getValue())));
  }

  private static CaseLife life(List<Map.Entry<CaseId, Fact>> facts) {
    return CaseStory.of(facts.stream().map(Map.Entry::getValue).toList()).life();
  }

  private static boolean isOf(CaseId id, Fact fact) {
    return Event.caseOf(fact.event()).filter(id::equals).isPresent();
  }

  private static String named(Draft draft) {
    return draft.event().getClass().getSimpleName();
  }

  private static Refusal refusal(ImportTrace trace, Rule rule, String message) {
    return new Refusal(rule, "caseId", trace.opening().caseId().value(), message);
  }
}
