package org.jalon.workload.caseload;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The caseload of one scope at the end of a day.
 *
 * @param id of the scope, {@code (unassigned)} for what belongs to none
 * @param label what people call it
 * @param cases active cases, each once
 * @param weightedCases the same by the weight of stage and programme
 * @param fte the three denominators
 * @param perFte cases per FTE
 * @param weightedPerFte weighted cases per FTE
 * @param norm what it is compared with
 * @param verdict absent where there is nothing to compare
 */
public record CaseloadRow(
    Dimension by,
    String id,
    String label,
    int cases,
    BigDecimal weightedCases,
    Denominators fte,
    Denominators.Ratios perFte,
    Denominators.Ratios weightedPerFte,
    RowNorm norm,
    Optional<Verdict> verdict,
    Set<Flag> flags) {

  private static final int HIGHEST_BAND = 50;

  static CaseloadRow of(
      Dimension by,
      String id,
      String label,
      Collection<Counted> counted,
      Collection<Capacity> capacities,
      RowNorm norm,
      boolean shared) {
    int cases = counted.stream().mapToInt(Counted::cases).sum();
    BigDecimal weighted =
        BigDecimal.valueOf(
            counted.stream().mapToLong(it -> (long) it.place().weight() * it.cases()).sum());
    List<Place> places = counted.stream().map(Counted::place).toList();
    var fte = Denominators.of(places, capacities);
    var perFte = fte.under(BigDecimal.valueOf(cases));
    return new CaseloadRow(
        by,
        id,
        label,
        cases,
        weighted,
        fte,
        perFte,
        fte.under(weighted),
        norm,
        verdict(by, perFte, contracted(cases, capacities), norm),
        flags(places, perFte, shared));
  }

  private static Optional<Verdict> verdict(
      Dimension by, Denominators.Ratios perFte, Ratio contracted, RowNorm norm) {
    return switch (by) {
      case REFERENT -> Verdict.ofReferent(contracted, norm);
      case TEAM, TERRITORY, PROFESSION, PROGRAMME ->
          Verdict.ofAverage(perFte.profession(), norm.standard());
    };
  }

  /** Over all that is contracted, with or without a standard. */
  private static Ratio contracted(int cases, Collection<Capacity> capacities) {
    BigDecimal fte =
        capacities.stream().map(Capacity::fte).reduce(BigDecimal.ZERO, BigDecimal::add);
    return Ratio.of(cases, fte);
  }

  private static Set<Flag> flags(
      Collection<Place> places, Denominators.Ratios perFte, boolean shared) {
    var flags = EnumSet.noneOf(Flag.class);
    places.forEach(place -> flags.addAll(place.flags()));
    if (shared) {
      flags.add(Flag.FTE_SHARED);
    }
    if (perFte.any(ratio -> !ratio.exists())) {
      flags.add(Flag.WITHOUT_FTE);
    }
    if (perFte.any(ratio -> ratio.above(HIGHEST_BAND))) {
      flags.add(Flag.OVER_50);
    }
    return flags;
  }
}
