package org.jalon.command.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.event.AccompanimentClosed;
import org.jalon.kernel.event.CaseClosed;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.event.PostFilled;
import org.jalon.kernel.event.PostOpened;
import org.jalon.kernel.event.PostVacated;
import org.jalon.kernel.event.ReferentAssigned;
import org.jalon.kernel.timeline.Fact;
import org.jspecify.annotations.Nullable;

/**
 * The world at the end of a day, told from the raw facts alone, without any of the code that
 * decides.
 */
final class Day {

  private record Holding(
      PostId post, ProfessionalId who, BigDecimal fte, @Nullable ProfessionalId replaces) {}

  private final EffectiveDay day;
  private final Map<CaseId, ProfessionalId> referents = new HashMap<>();
  private final Map<CaseId, CaseOpened> open = new HashMap<>();
  private final Map<PostId, BigDecimal> budgets = new HashMap<>();
  private final Set<Holding> holdings = new HashSet<>();

  private Day(EffectiveDay day) {
    this.day = day;
  }

  static Day endOf(EffectiveDay day, List<Fact> facts) {
    var end = new Day(day);
    facts.stream()
        .filter(fact -> !fact.day().isAfter(day))
        .sorted(Comparator.comparing(Fact::day).thenComparingLong(Fact::position))
        .forEach(end::apply);
    return end;
  }

  /** Rules 1, 2 and 4 of the domain. */
  void holds() {
    var passages = new HashSet<String>();
    open.values()
        .forEach(
            opening ->
                assertThat(passages.add(opening.household() + " in " + opening.programme()))
                    .as("two open cases of %s on %s", opening.household(), day)
                    .isTrue());
    for (Holding holding : holdings) {
      assertThat(fteOf(holding.who()))
          .as("FTE of %s on %s", holding.who(), day)
          .isLessThanOrEqualTo(BigDecimal.ONE);
    }
    budgets.forEach(
        (post, budget) -> {
          assertThat(fte(h -> h.post().equals(post) && !replacesSomebodyHere(h)))
              .as("FTE of the holders of %s on %s", post, day)
              .isLessThanOrEqualTo(budget);
          assertThat(fte(h -> h.post().equals(post) && !isReplaced(h)))
              .as("FTE at work in %s on %s", post, day)
              .isLessThanOrEqualTo(budget);
        });
  }

  long load(ProfessionalId who) {
    return referents.entrySet().stream()
        .filter(entry -> entry.getValue().equals(who) && open.containsKey(entry.getKey()))
        .count();
  }

  long ceiling(ProfessionalId who) {
    BigDecimal fte = fteOf(who);
    return fte.signum() == 0
        ? 0
        : Math.max(1, fte.multiply(BigDecimal.valueOf(25)).toBigInteger().longValueExact());
  }

  private void apply(Fact fact) {
    switch (fact.event()) {
      case CaseOpened e -> open.put(e.caseId(), e);
      case CaseClosed e -> {
        open.remove(e.caseId());
        referents.remove(e.caseId());
      }
      case AccompanimentClosed e -> referents.remove(e.caseId());
      case ReferentAssigned e ->
          assertThat(referents.put(e.caseId(), e.referent()))
              .as("a referent before %s", fact)
              .isNull();
      case PostOpened e -> budgets.put(e.postId(), e.fte().value());
      case PostFilled e ->
          holdings.add(new Holding(e.postId(), e.professional(), e.fte().value(), e.replaces()));
      case PostVacated e ->
          holdings.removeIf(h -> h.post().equals(e.postId()) && h.who().equals(e.professional()));
      default -> {}
    }
  }

  private boolean replacesSomebodyHere(Holding holding) {
    return holdings.stream()
        .anyMatch(h -> h.post().equals(holding.post()) && h.who().equals(holding.replaces()));
  }

  private boolean isReplaced(Holding holding) {
    return holdings.stream()
        .anyMatch(h -> h.post().equals(holding.post()) && holding.who().equals(h.replaces()));
  }

  private BigDecimal fteOf(ProfessionalId who) {
    return fte(h -> h.who().equals(who));
  }

  private BigDecimal fte(Predicate<Holding> which) {
    return holdings.stream()
        .filter(which)
        .map(Holding::fte)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
