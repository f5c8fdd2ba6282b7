package org.jalon.standalone.sides;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jalon.command.state.Staffing;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.workload.span.Dated;
import org.jalon.workload.span.PostHistory;
import org.jspecify.annotations.Nullable;

/**
 * What both sides say of posts at the end of a day.
 *
 * @param budgets of the posts that stand
 * @param engagements who holds what at which FTE, in whose place
 */
record SeenStaff(Map<String, BigDecimal> budgets, Set<String> engagements) {

  /** As deciders know it. */
  static SeenStaff of(Staffing staffing, Set<ProfessionalId> people, EffectiveDay day) {
    var budgets = new TreeMap<String, BigDecimal>();
    staffing
        .posts()
        .forEach(
            (id, post) -> {
              if (post.standsOn(day)) {
                budgets.put(id.value(), amount(post.budgetOn(day).value()));
              }
            });
    var engagements = new TreeSet<String>();
    for (ProfessionalId who : people) {
      staffing
          .of(who, day)
          .forEach(
              it -> engagements.add(engagement(it.post(), who, it.fte().value(), it.replaces())));
    }
    return new SeenStaff(budgets, engagements);
  }

  /** As the workload counts it. */
  static SeenStaff of(Iterable<PostHistory> histories, EffectiveDay day) {
    var budgets = new TreeMap<String, BigDecimal>();
    var engagements = new TreeSet<String>();
    for (PostHistory history : histories) {
      history.posts().stream()
          .filter(span -> span.on(day))
          .map(Dated::value)
          .forEach(it -> budgets.put(it.id().value(), amount(it.fte().value())));
      history.engagements().stream()
          .filter(span -> span.on(day))
          .map(Dated::value)
          .forEach(
              it ->
                  engagements.add(
                      engagement(it.post(), it.professional(), it.fte().value(), it.replaces())));
    }
    return new SeenStaff(budgets, engagements);
  }

  private static String engagement(
      PostId post, ProfessionalId who, BigDecimal fte, @Nullable ProfessionalId replaces) {
    return "%s holds %s at %s%s"
        .formatted(who, post, amount(fte), replaces == null ? "" : " in place of " + replaces);
  }

  private static BigDecimal amount(BigDecimal fte) {
    return fte.stripTrailingZeros();
  }
}
