package org.jalon.command.workforce;

import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.FoldingDecider;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.decision.Tag;
import org.jalon.command.state.Dating;
import org.jalon.kernel.command.VacatePost;
import org.jalon.kernel.event.PostVacated;
import org.jalon.kernel.timeline.Fact;

/** People do leave: only who does not hold the post cannot; cases left behind raise an alert. */
public final class VacatingPost implements FoldingDecider<VacatePost, Vacating> {

  /** The rule. */
  public VacatingPost() {}

  @Override
  public Boundary boundary(Intent<? extends VacatePost> intent, Vacating known) {
    return Boundary.all(Tag.of(intent.command().postId()));
  }

  @Override
  public Vacating initial(Intent<? extends VacatePost> intent) {
    return Vacating.START;
  }

  @Override
  public Vacating evolve(Vacating state, Fact fact) {
    return state.evolve(fact);
  }

  @Override
  public Decision decide(Intent<? extends VacatePost> intent, Vacating state) {
    VacatePost command = intent.command();
    var post = state.staffing().post(command.postId());
    if (post.isEmpty()) {
      return Decision.refuse(Posts.unknown(command.postId(), intent.day()));
    }
    boolean holds =
        state.staffing().of(command.professional(), intent.day()).stream()
            .anyMatch(engagement -> engagement.post().equals(command.postId()));
    if (!holds) {
      return Decision.refuse(
          new Refusal(
              WorkforceRule.NOT_IN_POST,
              "professional",
              command.professional().value(),
              "%s does not hold post %s on %s; check who does"
                  .formatted(command.professional(), command.postId(), intent.day())));
    }
    return Dating.planned(intent)
        .map(Decision::refuse)
        .orElseGet(
            () ->
                Decision.accept(intent, new PostVacated(command.postId(), command.professional())));
  }
}
