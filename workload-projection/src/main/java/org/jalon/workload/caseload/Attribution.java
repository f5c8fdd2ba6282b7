package org.jalon.workload.caseload;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.TeamId;
import org.jalon.workload.span.CaseStanding;
import org.jalon.workload.span.Dated;
import org.jalon.workload.span.Engagement;
import org.jspecify.annotations.Nullable;

/** Says where a case counts on a day: in one place, always. For one thread. */
final class Attribution {

  private final Collection<Dated<CaseStanding>> active;
  private final Workforce workforce;
  private final Directory directory;
  private final EffectiveDay on;
  private @Nullable Map<CaseId, List<Dated<CaseStanding>>> byCase;

  /**
   * @param active spans in which cases were active, earlier ones too
   */
  Attribution(
      Collection<Dated<CaseStanding>> active,
      Workforce workforce,
      Directory directory,
      EffectiveDay on) {
    this.active = active;
    this.workforce = workforce;
    this.directory = directory;
    this.on = on;
  }

  CountedCase place(CaseStanding standing) {
    ProfessionalId referent = standing.referent();
    if (referent == null) {
      return without(standing, standing.team(), Flag.UNASSIGNED);
    }
    return workforce
        .postOf(referent, standing.team(), on)
        .map(post -> at(post, standing))
        .orElseGet(() -> without(standing, lastTeam(standing), Flag.ORPHANED));
  }

  private CountedCase at(Engagement post, CaseStanding standing) {
    var flags = EnumSet.noneOf(Flag.class);
    if (!Standards.hasStandard(post.profession())) {
      flags.add(Flag.OUTSIDE_STANDARD);
    }
    return new CountedCase(
        standing.caseId(),
        standing.referent(),
        standing.programme(),
        post.team(),
        directory.territoryOf(post.team()).orElse(null),
        post.post(),
        post.profession(),
        standing.stage().weight(),
        flags);
  }

  private CountedCase without(CaseStanding standing, @Nullable TeamId team, Flag why) {
    return new CountedCase(
        standing.caseId(),
        standing.referent(),
        standing.programme(),
        team,
        directory.territoryOf(team).orElse(null),
        null,
        null,
        standing.stage().weight(),
        EnumSet.of(why));
  }

  /** Where the case last counted at a post; else the referent's last team; else the case's. */
  private @Nullable TeamId lastTeam(CaseStanding standing) {
    return activeOf(standing.caseId()).stream()
        .filter(span -> !span.from().isAfter(on))
        .sorted(Comparator.comparing((Dated<CaseStanding> span) -> span.from()).reversed())
        .flatMap(span -> lastCounted(span).stream())
        .findFirst()
        .or(() -> lastPost(standing))
        .map(Engagement::team)
        .orElse(standing.team());
  }

  private List<Dated<CaseStanding>> activeOf(CaseId caseId) {
    var grouped = byCase;
    if (grouped == null) {
      grouped = active.stream().collect(Collectors.groupingBy(span -> span.value().caseId()));
      byCase = grouped;
    }
    return grouped.getOrDefault(caseId, List.of());
  }

  private Optional<Engagement> lastCounted(Dated<CaseStanding> span) {
    EffectiveDay last = span.on(on) ? on : new EffectiveDay(span.until().value().minusDays(1));
    return lastPost(span.value(), span.from(), last);
  }

  private Optional<Engagement> lastPost(CaseStanding standing) {
    return lastPost(standing, EffectiveDay.FIRST, on);
  }

  private Optional<Engagement> lastPost(CaseStanding standing, EffectiveDay from, EffectiveDay to) {
    return Optional.ofNullable(standing.referent())
        .flatMap(
            referent ->
                workforce
                    .lastDayInPost(referent, from, to)
                    .flatMap(day -> workforce.postOf(referent, standing.team(), day)));
  }
}
