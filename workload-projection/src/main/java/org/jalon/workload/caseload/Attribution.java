package org.jalon.workload.caseload;

import java.util.EnumSet;
import java.util.Optional;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.TeamId;
import org.jalon.workload.span.Engagement;
import org.jalon.workload.span.Standing;
import org.jspecify.annotations.Nullable;

/** Says where cases count on a day: in one place, always. */
final class Attribution {

  private final Scene scene;

  Attribution(Scene scene) {
    this.scene = scene;
  }

  EffectiveDay day() {
    return scene.day();
  }

  /**
   * Where all cases count that stand alike; empty if their referent holds no post: then it depends
   * on the past of each.
   */
  Optional<Place> of(Standing standing) {
    ProfessionalId referent = standing.referent();
    if (referent == null) {
      return Optional.of(without(standing, standing.team(), Flag.UNASSIGNED));
    }
    return scene
        .workforce()
        .postOf(referent, standing.team(), scene.day())
        .map(post -> at(post, standing));
  }

  /** Where a case counts whose referent holds no post. */
  Place orphaned(Standing standing, Optional<Engagement> lastCounted) {
    @Nullable TeamId team =
        lastCounted
            .or(() -> lastPost(standing, EffectiveDay.FIRST, scene.day()))
            .map(Engagement::team)
            .orElse(standing.team());
    return without(standing, team, Flag.ORPHANED);
  }

  /** The last post of a referent from one day to another at which a case would count. */
  Optional<Engagement> lastPost(Standing standing, EffectiveDay from, EffectiveDay to) {
    return Optional.ofNullable(standing.referent())
        .flatMap(
            referent ->
                scene
                    .workforce()
                    .lastDayInPost(referent, from, to)
                    .flatMap(day -> scene.workforce().postOf(referent, standing.team(), day)));
  }

  private Place at(Engagement post, Standing standing) {
    var flags = EnumSet.noneOf(Flag.class);
    if (!scene.hasStandard(post)) {
      flags.add(Flag.OUTSIDE_STANDARD);
    }
    return new Place(
        standing.referent(),
        standing.programme(),
        post.team(),
        scene.directory().territoryOf(post.team()).orElse(null),
        post.post(),
        post.profession(),
        standing.stage().weight(),
        flags);
  }

  private Place without(Standing standing, @Nullable TeamId team, Flag why) {
    return new Place(
        standing.referent(),
        standing.programme(),
        team,
        scene.directory().territoryOf(team).orElse(null),
        null,
        null,
        standing.stage().weight(),
        EnumSet.of(why));
  }
}
