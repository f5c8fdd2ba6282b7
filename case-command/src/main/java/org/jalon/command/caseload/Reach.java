package org.jalon.command.caseload;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Tag;
import org.jalon.command.state.CaseLife;
import org.jalon.command.state.Post;
import org.jalon.kernel.CaseId;
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
    Boundary boundary = Boundary.all(Tag.norms());
    for (ProfessionalId who : professionals) {
      boundary = boundary.and(CaseLife.mandatesOf(who)).and(Boundary.all(Tag.professional(who)));
    }
    for (CaseId id : known.cases().keySet()) {
      boundary = boundary.and(CaseLife.mandatesOf(id));
    }
    for (PostId post : posts(known)) {
      boundary = boundary.and(Boundary.all(Tag.of(post)));
    }
    return known.norms().nameTerritories() ? boundary.and(teams(known)) : boundary;
  }

  /** Where the teams of all posts that were read belong. */
  static Boundary teams(World known) {
    Boundary boundary = Boundary.EMPTY;
    Set<TeamId> teams =
        known.staffing().posts().values().stream().map(Post::team).collect(Collectors.toSet());
    for (TeamId team : teams) {
      boundary = boundary.and(creationOf(team));
    }
    return boundary;
  }

  /** Where a team belongs. */
  public static Boundary creationOf(TeamId team) {
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
