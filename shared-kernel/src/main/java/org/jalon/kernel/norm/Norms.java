package org.jalon.kernel.norm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Norm;
import org.jalon.kernel.event.NormAdopted;
import org.jalon.kernel.timeline.Fact;
import org.jspecify.annotations.Nullable;

/**
 * The norms that were adopted. Each value comes from the most specific norm that states it, of
 * equals from the latest adopted; what none states is as shipped.
 */
public record Norms(List<Adopted> adopted) {

  /** Nothing adopted: all is as shipped. */
  public static final Norms SHIPPED = new Norms(List.of());

  /**
   * One norm with its places.
   *
   * @param from first day on which it is in force
   * @param position in the ledger
   */
  public record Adopted(EffectiveDay from, long position, NormAdopted norm) {}

  private static final Comparator<Adopted> BY_WEIGHT =
      Comparator.<Adopted, NormScope>comparing(a -> a.norm.scope(), NormScope.BY_SPECIFICITY)
          .thenComparing(Adopted::from)
          .thenComparingLong(Adopted::position);

  /** Keeps a copy. */
  public Norms {
    adopted = List.copyOf(adopted);
  }

  /** The norms after one more fact of the timeline. */
  public Norms evolve(Fact fact) {
    if (!(fact.event() instanceof NormAdopted norm)) {
      return this;
    }
    var more = new ArrayList<>(adopted);
    more.add(new Adopted(fact.day(), fact.position(), norm));
    return new Norms(more);
  }

  /** What holds on a day at a place, of which all is stated that is known. */
  public Norm inForce(NormScope place, EffectiveDay day) {
    return new Norm(
        value(place, day, NormAdopted::standard, Norm.SHIPPED.standard()),
        value(place, day, NormAdopted::alert, Norm.SHIPPED.alert()),
        value(place, day, NormAdopted::ceiling, Norm.SHIPPED.ceiling()));
  }

  /** Whether any norm is adopted for a territory. */
  public boolean nameTerritories() {
    return adopted.stream().anyMatch(a -> a.norm.scope().territory() != null);
  }

  /** The days on which norms come into force. */
  public Stream<EffectiveDay> changes() {
    return adopted.stream().map(Adopted::from).distinct();
  }

  private int value(
      NormScope place,
      EffectiveDay day,
      Function<NormAdopted, @Nullable Integer> value,
      int shipped) {
    return adopted.stream()
        .filter(a -> !a.from.isAfter(day) && a.norm.scope().covers(place))
        .filter(a -> value.apply(a.norm) != null)
        .max(BY_WEIGHT)
        .map(a -> value.apply(a.norm))
        .orElse(shipped);
  }
}
