package org.jalon.command.caseload;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Tag;
import org.jalon.command.state.CaseLife;
import org.jalon.command.state.Post;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.TeamCreated;

/** How far a decision on load and ceiling must read; what one round finds, the next reads on. */
public final class Reach {

  private Reach() {}

  /**
   * What the load and the ceiling of professionals rest on: every case that ever had them as
   * referent, their posts, and the norms that may apply.
   */
  public static Boundary of(Collection<ProfessionalId> professionals, World known) {
    Boundary boundary =
        Boundary.union(
            Stream.of(
                    Stream.of(Boundary.all(Tag.norms())),
                    professionals.stream().map(CaseLife::mandatesOf),
                    professionals.stream().map(who -> Boundary.all(Tag.professional(who))),
                    known.cases().keySet().stream().map(CaseLife::mandatesOf),
                    posts(known).stream().map(post -> Boundary.all(Tag.of(post))))
                .flatMap(boundaries -> boundaries)
                .toList());
    return known.norms().nameTerritories() ? boundary.and(teams(known)) : boundary;
  }

  /** Where the teams of all posts that were read belong. */
  static Boundary teams(World known) {
    return creationsOf(known.staffing().posts().values().stream().map(Post::team));
  }

  /** Where teams belong. */
  static Boundary creationsOf(Stream<TeamId> teams) {
    return Boundary.union(teams.distinct().map(Reach::creationOf).toList());
  }

  private static Boundary creationOf(TeamId team) {
    return Boundary.only(Set.of(TeamCreated.class, EntryRectified.class), Tag.of(team));
  }

  /** Every post that a fact names, as it was recorded and as it was rectified to be. */
  private static Set<PostId> posts(World known) {
    Stream<PostId> rectified =
        known.elsewhere().stream()
            .flatMap(
                f -> f.event() instanceof EntryRectified e ? e.subjects().stream() : Stream.of())
            .map(Tag::parse)
            .filter(tag -> tag.key().equals("post"))
            .map(tag -> new PostId(tag.value()));
    return Stream.concat(known.staffing().postsNamed().stream(), rectified)
        .collect(Collectors.toUnmodifiableSet());
  }
}
