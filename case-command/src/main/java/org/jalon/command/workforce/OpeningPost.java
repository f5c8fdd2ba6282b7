package org.jalon.command.workforce;

import java.util.ArrayList;
import java.util.List;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.FoldingDecider;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.decision.Tag;
import org.jalon.command.state.Dating;
import org.jalon.kernel.command.OpenPost;
import org.jalon.kernel.event.PostOpened;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.kernel.timeline.Fact;

/** A post has an id of its own and a team that exists. */
public final class OpeningPost implements FoldingDecider<OpenPost, Known> {

  /** The rule. */
  public OpeningPost() {}

  @Override
  public Boundary boundary(Intent<? extends OpenPost> intent, Known known) {
    return Boundary.all(Tag.of(intent.command().postId()))
        .and(Boundary.all(Tag.of(intent.command().team())));
  }

  @Override
  public Known initial(Intent<? extends OpenPost> intent) {
    return Known.NOTHING;
  }

  @Override
  public Known evolve(Known known, Fact fact) {
    if (fact.event() instanceof PostOpened) {
      return known.asTaken();
    }
    return fact.event() instanceof TeamCreated ? known.homeFrom(fact.day()) : known;
  }

  @Override
  public Decision decide(Intent<? extends OpenPost> intent, Known known) {
    OpenPost command = intent.command();
    List<Refusal> refusals = new ArrayList<>();
    Dating.planned(intent).ifPresent(refusals::add);
    if (known.taken()) {
      refusals.add(
          new Refusal(
              WorkforceRule.POST_ID_TAKEN,
              "postId",
              command.postId().value(),
              "post %s exists; choose another id".formatted(command.postId())));
    }
    if (!known.hasHomeOn(intent.day())) {
      refusals.add(
          new Refusal(
              CommonRule.TEAM_UNKNOWN,
              "team",
              command.team().value(),
              "there is no team %s on %s; CreateTeam first"
                  .formatted(command.team(), intent.day())));
    }
    return refusals.isEmpty()
        ? Decision.accept(
            intent,
            new PostOpened(command.postId(), command.team(), command.profession(), command.fte()))
        : Decision.refuse(refusals);
  }
}
