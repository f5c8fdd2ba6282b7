package org.jalon.workload.caseload;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.TeamId;
import org.jalon.workload.span.Dated;
import org.jalon.workload.span.Engagement;
import org.jspecify.annotations.Nullable;

/** Who holds which posts, day by day. */
final class Workforce {

  private static final Comparator<Engagement> LARGEST_THEN_LOWEST_ID =
      Comparator.comparing(Engagement::fte)
          .reversed()
          .thenComparing(engagement -> engagement.post().value());

  private final List<Dated<Engagement>> spans;
  private final Map<ProfessionalId, List<Dated<Engagement>>> byProfessional;

  Workforce(Collection<Dated<Engagement>> spans) {
    this.spans = List.copyOf(spans);
    this.byProfessional =
        spans.stream()
            .sorted(Comparator.comparing((Dated<Engagement> span) -> span.from()))
            .collect(Collectors.groupingBy(span -> span.value().professional()));
  }

  /**
   * The post at which a case of a referent counts on a day: with several, the one in the case's
   * team, else the largest FTE, then the lowest post id.
   *
   * @return empty if the referent holds no post that day
   */
  Optional<Engagement> postOf(ProfessionalId referent, @Nullable TeamId caseTeam, EffectiveDay on) {
    List<Engagement> held = heldBy(referent, on);
    return held.stream()
        .filter(engagement -> engagement.team().equals(caseTeam))
        .min(LARGEST_THEN_LOWEST_ID)
        .or(() -> held.stream().min(LARGEST_THEN_LOWEST_ID));
  }

  /** The last day from one to another, both included, on which a professional held a post. */
  Optional<EffectiveDay> lastDayInPost(
      ProfessionalId referent, EffectiveDay from, EffectiveDay to) {
    return of(referent).stream()
        .filter(span -> !span.from().isAfter(to) && span.until().isAfter(from))
        .map(span -> span.on(to) ? to : before(span.until()))
        .max(Comparator.naturalOrder());
  }

  /** Whether a professional holds a post at the end of each day from one to another. */
  boolean isInPostThroughout(ProfessionalId who, EffectiveDay from, EffectiveDay to) {
    EffectiveDay open = from;
    for (Dated<Engagement> span : of(who)) {
      open = span.on(open) ? span.until() : open;
    }
    return open.isAfter(to);
  }

  /** What a professional holds at the end of a day. */
  List<Engagement> heldBy(ProfessionalId who, EffectiveDay on) {
    return of(who).stream().filter(span -> span.on(on)).map(Dated::value).toList();
  }

  /** Engagements whose FTE counts on a day: not heads of service, not who is replaced. */
  List<Engagement> counting(EffectiveDay on) {
    List<Engagement> engaged =
        spans.stream().filter(span -> span.on(on)).map(Dated::value).toList();
    var replaced =
        engaged.stream()
            .filter(engagement -> engagement.replaces() != null)
            .map(engagement -> List.of(engagement.post(), engagement.replaces()))
            .collect(Collectors.toSet());
    return engaged.stream()
        .filter(engagement -> !Standards.outsideDenominators(engagement.profession()))
        .filter(e -> !replaced.contains(List.of(e.post(), e.professional())))
        .toList();
  }

  private List<Dated<Engagement>> of(ProfessionalId professional) {
    return byProfessional.getOrDefault(professional, List.of());
  }

  private static EffectiveDay before(EffectiveDay day) {
    return new EffectiveDay(day.value().minusDays(1));
  }
}
