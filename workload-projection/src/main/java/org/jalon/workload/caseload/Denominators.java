package org.jalon.workload.caseload;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The three named denominators, in FTE.
 *
 * @param holders contracted, of professionals who hold at least one counted case
 * @param profession contracted, in professions with a caseload standard, and at other posts with a
 *     counted case
 * @param available profession less long absences, of which none are recorded yet
 */
public record Denominators(BigDecimal holders, BigDecimal profession, BigDecimal available) {

  static Denominators of(Collection<Place> places, Collection<Capacity> capacities) {
    var holding =
        places.stream().map(Place::referent).filter(Objects::nonNull).collect(Collectors.toSet());
    var postsWithCases =
        places.stream()
            .filter(place -> place.post() != null && place.referent() != null)
            .map(place -> List.of(place.post(), place.referent()))
            .collect(Collectors.toSet());
    BigDecimal holders = sum(capacities, capacity -> holding.contains(capacity.professional()));
    BigDecimal profession =
        sum(
            capacities,
            capacity ->
                capacity.hasStandard()
                    || postsWithCases.contains(List.of(capacity.post(), capacity.professional())));
    return new Denominators(holders, profession, profession);
  }

  /** Each denominator under a figure. */
  Ratios under(BigDecimal cases) {
    return new Ratios(
        new Ratio(cases, holders), new Ratio(cases, profession), new Ratio(cases, available));
  }

  private static BigDecimal sum(Collection<Capacity> capacities, Predicate<Capacity> which) {
    return capacities.stream()
        .filter(which)
        .map(Capacity::fte)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Cases per FTE by each denominator. */
  public record Ratios(Ratio holders, Ratio profession, Ratio available) {

    boolean any(Predicate<Ratio> what) {
      return what.test(holders) || what.test(profession) || what.test(available);
    }
  }
}
