package org.jalon.workload.caseload;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.workload.span.CaseStanding;
import org.jalon.workload.span.Dated;
import org.jalon.workload.span.Engagement;
import org.jalon.workload.span.Stage;

/** When cases were active, and where those count whose referent has left. */
final class Past {

  private final Collection<Dated<CaseStanding>> active;
  private final Attribution attribution;
  private final Map<CaseId, List<Dated<CaseStanding>>> byCase;

  /**
   * @param active spans in which cases were active, earlier ones too
   */
  Past(Collection<Dated<CaseStanding>> active, Attribution attribution) {
    this.active = active;
    this.attribution = attribution;
    this.byCase = active.stream().collect(Collectors.groupingBy(span -> span.value().caseId()));
  }

  /** How the cases stand that are active at the end of a day. */
  Stream<CaseStanding> activeOn(EffectiveDay day) {
    return active.stream()
        .filter(span -> span.on(day) && span.value().stage() == Stage.ACTIVE)
        .map(Dated::value);
  }

  /** Where a case last counted at a post; else the referent's last team; else the case's. */
  Place lastPlace(CaseStanding standing) {
    EffectiveDay on = attribution.day();
    return attribution.orphaned(
        standing.standing(),
        byCase.getOrDefault(standing.caseId(), List.of()).stream()
            .filter(span -> !span.from().isAfter(on))
            .sorted(Comparator.comparing((Dated<CaseStanding> span) -> span.from()).reversed())
            .flatMap(span -> lastCounted(span, on).stream())
            .findFirst());
  }

  private Optional<Engagement> lastCounted(Dated<CaseStanding> span, EffectiveDay on) {
    EffectiveDay last = span.on(on) ? on : new EffectiveDay(span.until().value().minusDays(1));
    return attribution.lastPost(span.value().standing(), span.from(), last);
  }
}
