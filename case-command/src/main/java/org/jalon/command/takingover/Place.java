package org.jalon.command.takingover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Draft;
import org.jalon.command.decision.Refusal;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.EffectiveOn;
import org.jalon.kernel.Label;
import org.jalon.kernel.TerritoryId;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.kernel.event.TerritoryCreated;
import org.jalon.kernel.timeline.Fact;

/** The team and territory of a line: there, missing, or not where the line says. */
final class Place {

  private final ImportPost post;
  private final Optional<EffectiveDay> territorySince;
  private final Optional<EffectiveDay> teamSince;
  private final Optional<TerritoryId> teamIn;

  Place(ImportPost post, List<Fact> facts) {
    this.post = post;
    territorySince = days(facts, fact -> fact.event() instanceof TerritoryCreated).findFirst();
    teamSince = days(facts, fact -> fact.event() instanceof TeamCreated).findFirst();
    teamIn =
        facts.stream()
            .flatMap(f -> f.event() instanceof TeamCreated e ? Stream.of(e) : Stream.empty())
            .map(TeamCreated::territory)
            .findFirst();
  }

  private static Stream<EffectiveDay> days(List<Fact> facts, Predicate<Fact> which) {
    return facts.stream().filter(which).map(Fact::day);
  }

  Optional<Refusal> refusal() {
    if (teamIn.filter(there -> !there.equals(post.territory())).isPresent()) {
      return Optional.of(
          Refusal.ofField(
              ImportRule.TEAM_IN_OTHER_TERRITORY,
              "territory",
              "team %s belongs to territory %s, not to %s; a team is in one territory"
                  .formatted(post.team(), teamIn.get(), post.territory())));
    }
    if (teamSince.filter(since -> since.isAfter(post.from())).isPresent()) {
      return Optional.of(
          Refusal.ofField(
              CommonRule.TEAM_UNKNOWN,
              "team",
              "team %s exists since %s, the post would begin on %s; begin it later"
                  .formatted(post.team(), teamSince.get(), post.from())));
    }
    return territorySince
        .filter(since -> since.isAfter(post.from()))
        .map(
            since ->
                Refusal.ofField(
                    ImportRule.TERRITORY_UNKNOWN,
                    "territory",
                    "territory %s exists since %s, the post would begin on %s; begin it later"
                        .formatted(post.territory(), since, post.from())));
  }

  /** What is created on first sight, from the first day on, so that history fits. */
  List<Draft> drafts() {
    List<Draft> drafts = new ArrayList<>();
    EffectiveOn first = on(EffectiveDay.FIRST);
    if (territorySince.isEmpty()) {
      var created = new TerritoryCreated(post.territory(), new Label(post.territory().value()));
      drafts.add(new Draft(created, first, post.ids().territory()));
    }
    if (teamSince.isEmpty()) {
      var created = new TeamCreated(post.team(), post.territory(), new Label(post.team().value()));
      EffectiveOn since = territorySince.map(Place::on).orElse(first);
      drafts.add(new Draft(created, since, post.ids().team()));
    }
    return drafts;
  }

  static EffectiveOn on(EffectiveDay day) {
    return EffectiveOn.day(day.value());
  }
}
