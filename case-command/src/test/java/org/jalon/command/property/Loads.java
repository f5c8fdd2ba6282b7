package org.jalon.command.property;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.event.CaseloadAboveCeiling;
import org.jalon.kernel.timeline.Fact;
import org.jspecify.annotations.Nullable;

/** Loads and ceilings of everybody on each of some days. */
record Loads(SortedMap<EffectiveDay, Map<ProfessionalId, Loads.Load>> days) {

  /** Open cases of a referent, and how many there may be. */
  record Load(long cases, long ceiling) {

    boolean isAbove() {
      return cases > ceiling;
    }
  }

  static Loads of(
      List<Fact> facts, EffectiveDay from, EffectiveDay to, @Nullable ProgrammeId programme) {
    var days = new TreeMap<EffectiveDay, Map<ProfessionalId, Load>>();
    Day.each(
        facts,
        from,
        to,
        end -> {
          var loads = new HashMap<ProfessionalId, Load>();
          for (ProfessionalId who : Sequence.PEOPLE) {
            loads.put(who, new Load(end.load(who), end.ceiling(who, programme)));
          }
          days.put(end.day(), loads);
        });
    return new Loads(days);
  }

  /** In which programme a case is. */
  static @Nullable ProgrammeId programmeOf(CaseId id, List<Fact> facts) {
    return Standing.of(facts).stream()
        .filter(fact -> fact.event() instanceof CaseOpened opened && opened.caseId().equals(id))
        .map(fact -> ((CaseOpened) fact.event()).programme())
        .findFirst()
        .orElse(null);
  }

  /** Whose load became more, and then is above the ceiling, on any of the days. */
  Set<ProfessionalId> raisedAbove(Loads before) {
    Set<ProfessionalId> raised = new HashSet<>();
    days.forEach(
        (day, loads) ->
            loads.forEach(
                (who, load) -> {
                  if (load.isAbove() && load.cases > before.on(day, who).cases) {
                    raised.add(who);
                  }
                }));
    return raised;
  }

  /** What should be said of those who come above the ceiling, by the first day of each. */
  Map<CaseloadAboveCeiling, EffectiveDay> comingAbove(Loads before) {
    Map<CaseloadAboveCeiling, EffectiveDay> alerts = new HashMap<>();
    for (ProfessionalId who : Sequence.PEOPLE) {
      first(who, before)
          .ifPresent(
              day -> {
                Load load = on(day, who);
                alerts.put(
                    new CaseloadAboveCeiling(who, (int) load.cases, (int) load.ceiling), day);
              });
    }
    return alerts;
  }

  private Optional<EffectiveDay> first(ProfessionalId who, Loads before) {
    return new ArrayList<>(days.keySet())
        .stream()
            .filter(day -> on(day, who).isAbove() && !before.on(day, who).isAbove())
            .findFirst();
  }

  private Load on(EffectiveDay day, ProfessionalId who) {
    return days.getOrDefault(day, Map.of()).getOrDefault(who, new Load(0, 0));
  }
}
