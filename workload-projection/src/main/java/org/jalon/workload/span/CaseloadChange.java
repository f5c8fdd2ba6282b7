package org.jalon.workload.span;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jalon.kernel.EffectiveDay;

/**
 * More or fewer cases stand so from a day on, as known from a position on. Nothing is taken back: a
 * correction is a change of its own, with the opposite sign.
 *
 * @param cases not 0
 */
public record CaseloadChange(Standing standing, EffectiveDay day, long position, int cases) {

  private record Place(Standing standing, EffectiveDay day, long position) {}

  /**
   * What spans amount to: one that becomes known begins and ends, one that is known no more does so
   * with the opposite sign.
   *
   * @param superseded spans known before, each with the position at which it no longer is
   * @param added spans not known before; some may be superseded already
   */
  public static List<CaseloadChange> of(
      Collection<Known<CaseStanding>> superseded, Collection<Known<CaseStanding>> added) {
    var sums = new LinkedHashMap<Place, Integer>();
    for (Known<CaseStanding> known : added) {
      put(sums, known.span(), known.from(), 1);
      if (known.until() != Known.STILL) {
        put(sums, known.span(), known.until(), -1);
      }
    }
    superseded.forEach(known -> put(sums, known.span(), known.until(), -1));
    var changes = new ArrayList<CaseloadChange>();
    sums.forEach(
        (at, cases) -> {
          if (cases != 0) {
            changes.add(new CaseloadChange(at.standing, at.day, at.position, cases));
          }
        });
    return List.copyOf(changes);
  }

  private static void put(
      Map<Place, Integer> sums, Dated<CaseStanding> span, long position, int cases) {
    Standing standing = span.value().standing();
    sums.merge(new Place(standing, span.from(), position), cases, Integer::sum);
    if (!span.until().equals(Dated.OPEN)) {
      sums.merge(new Place(standing, span.until(), position), -cases, Integer::sum);
    }
  }
}
