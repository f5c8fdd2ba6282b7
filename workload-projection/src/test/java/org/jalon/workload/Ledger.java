package org.jalon.workload;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.event.AccompanimentClosed;
import org.jalon.kernel.event.AccompanimentStarted;
import org.jalon.kernel.event.CaseClosed;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.ProgrammeDefined;
import org.jalon.kernel.event.ReferentAssigned;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.kernel.event.TerritoryCreated;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.timeline.Timeline;
import org.jalon.workload.caseload.Caseload;
import org.jalon.workload.caseload.Directory;
import org.jalon.workload.caseload.History;
import org.jalon.workload.span.CaseHistory;
import org.jalon.workload.span.PostHistory;
import org.jalon.workload.span.Subject;

/** Facts in memory and, recomputed from all of them each time, the caseload they amount to. */
public final class Ledger {

  private final List<Fact> facts = new ArrayList<>();

  public Ledger record(EffectiveDay day, Event... events) {
    for (Event event : events) {
      facts.add(new Fact(facts.size() + 1L, day, UUID.randomUUID(), event));
    }
    return this;
  }

  public long head() {
    return facts.size();
  }

  public Caseload on(EffectiveDay day) {
    return on(day, head());
  }

  /** The caseload at the end of a day as known at a position. */
  public Caseload on(EffectiveDay day, long position) {
    List<Fact> known = facts.stream().filter(fact -> fact.position() <= position).toList();
    return new History(
            timelines(known, Subject.Kind.CASE).stream()
                .flatMap(timeline -> CaseHistory.of(timeline).stream())
                .filter(span -> span.value().stage().weight() > 0)
                .toList(),
            timelines(known, Subject.Kind.POST).stream()
                .flatMap(timeline -> PostHistory.of(timeline).engagements().stream())
                .toList(),
            entries(
                known,
                TerritoryCreated.class,
                it -> new Directory.Territory(it.territoryId(), it.label().value())),
            entries(
                known,
                TeamCreated.class,
                it -> new Directory.Team(it.teamId(), it.territory(), it.label().value())),
            entries(
                known,
                ProgrammeDefined.class,
                it ->
                    new Directory.Programme(
                        it.programmeId(), it.label().value(), it.professions())))
        .on(day);
  }

  /** Active cases by referent on a day, told without spans, straight from the timelines. */
  public Map<String, Long> active(EffectiveDay day, long position) {
    List<Fact> known = facts.stream().filter(fact -> fact.position() <= position).toList();
    return timelines(known, Subject.Kind.CASE).stream()
        .map(timeline -> timeline.until(day).fold(Plain.UNKNOWN, Plain::after))
        .filter(Plain::active)
        .collect(Collectors.groupingBy(Plain::referent, Collectors.counting()));
  }

  /** A case in the plainest terms. */
  private record Plain(boolean open, boolean active, String referent) {

    static final Plain UNKNOWN = new Plain(false, false, "(unassigned)");

    Plain after(Fact fact) {
      return switch (fact.event()) {
        case CaseOpened _ -> new Plain(true, false, "(unassigned)");
        case ReferentAssigned it when open -> new Plain(true, active, it.referent().value());
        case AccompanimentStarted _ when open -> new Plain(true, true, referent);
        case AccompanimentClosed _ when open -> new Plain(true, false, "(unassigned)");
        case CaseClosed _ -> UNKNOWN;
        default -> this;
      };
    }
  }

  private static Collection<Timeline> timelines(List<Fact> facts, Subject.Kind kind) {
    Map<Subject, List<Fact>> bySubject =
        facts.stream()
            .filter(
                fact ->
                    Subject.movedBy(fact.event())
                        .filter(subject -> subject.kind() == kind)
                        .isPresent())
            .collect(Collectors.groupingBy(fact -> Subject.movedBy(fact.event()).orElseThrow()));
    return bySubject.values().stream().map(Timeline::of).toList();
  }

  private static <E extends Event, V> List<Directory.Entry<V>> entries(
      List<Fact> facts, Class<E> type, Function<E, V> value) {
    return facts.stream()
        .filter(fact -> type.isInstance(fact.event()))
        .map(
            fact ->
                new Directory.Entry<>(
                    value.apply(type.cast(fact.event())), fact.day(), fact.position()))
        .toList();
  }
}
