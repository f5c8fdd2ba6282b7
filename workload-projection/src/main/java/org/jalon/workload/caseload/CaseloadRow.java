package org.jalon.workload.caseload;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jalon.kernel.Norm;
import org.jspecify.annotations.Nullable;

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
 * @param standard average number of cases per FTE; absent where no profession at hand has one
 * @param norm alert and ceiling
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
    @Nullable Integer standard,
    Norm norm,
    Optional<Verdict> verdict,
    Set<Flag> flags) {

  private static final int HIGHEST_BAND = 50;

  static CaseloadRow of(
      Dimension by,
      String id,
      String label,
      Collection<CountedCase> cases,
      Collection<Capacity> capacities,
      boolean shared) {
    Norm norm = Norm.SHIPPED;
    var fte = Denominators.of(cases, capacities);
    BigDecimal weighted = BigDecimal.valueOf(cases.stream().mapToLong(CountedCase::weight).sum());
    var perFte = fte.under(BigDecimal.valueOf(cases.size()));
    boolean standards = capacities.isEmpty() || capacities.stream().anyMatch(Capacity::hasStandard);
    Integer standard = standards ? norm.standard() : null;
    return new CaseloadRow(
        by,
        id,
        label,
        cases.size(),
        weighted,
        fte,
        perFte,
        fte.under(weighted),
        standard,
        norm,
        verdict(by, perFte, contracted(cases, capacities), standard, norm),
        flags(cases, perFte, shared));
  }

  private static Optional<Verdict> verdict(
      Dimension by,
      Denominators.Ratios perFte,
      Ratio contracted,
      @Nullable Integer standard,
      Norm norm) {
    return switch (by) {
      case REFERENT -> Verdict.ofReferent(contracted, norm);
      case TEAM, TERRITORY, PROFESSION, PROGRAMME ->
          Verdict.ofAverage(perFte.profession(), standard);
    };
  }

  /** Over all that is contracted, with or without a standard. */
  private static Ratio contracted(Collection<CountedCase> cases, Collection<Capacity> capacities) {
    BigDecimal fte =
        capacities.stream().map(Capacity::fte).reduce(BigDecimal.ZERO, BigDecimal::add);
    return Ratio.of(cases.size(), fte);
  }

  private static Set<Flag> flags(
      Collection<CountedCase> cases, Denominators.Ratios perFte, boolean shared) {
    var flags = EnumSet.noneOf(Flag.class);
    cases.forEach(counted -> flags.addAll(counted.flags()));
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
