package org.jalon.workload.span;

import org.jalon.kernel.Fte;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * A professional holds a post.
 *
 * @param team and profession are those of the post
 * @param fte contracted in this post
 * @param replaces the absent holder whose place is taken; absent for who is no substitute
 */
public record Engagement(
    PostId post,
    ProfessionalId professional,
    TeamId team,
    ProfessionId profession,
    Fte fte,
    @Nullable ProfessionalId replaces) {

  Engagement at(Fte changed) {
    return new Engagement(post, professional, team, profession, changed, replaces);
  }

  /** In the place of somebody; in one's own place one replaces nobody. */
  Engagement inPlaceOf(ProfessionalId other) {
    return new Engagement(
        post, professional, team, profession, fte, other.equals(professional) ? null : other);
  }
}
