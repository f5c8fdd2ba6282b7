package org.jalon.command.workforce;

import java.util.ArrayList;
import java.util.List;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Decider;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.decision.Tag;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.command.OpenPost;
import org.jalon.kernel.event.PostOpened;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.kernel.timeline.Fact;
import org.jspecify.annotations.Nullable;

/** A post has an id of its own and a team that exists. */
public final class OpeningPost implements Decider<OpenPost, OpeningPost.Known> {

  /** Whether the id is taken, and since when the team exists. */
  public record Known(boolean taken, @Nullable EffectiveDay teamSince) {}

  /** The rule. */
  public OpeningPost() {}

  @Override
  public Boundary boundary(Intent<? extends OpenPost> intent, Known known) {
    return Boundary.all(Tag.of(intent.command().postId()))
        .and(Boundary.all(Tag.of(intent.command().team())));
  }

  @Override
  public Known initial(Intent<? extends OpenPost> intent) {
    return new Known(false, null);
  }

  @Override
  public Known evolve(Known known, Fact fact) {
    if (fact.event() instanceof PostOpened) {
      return new Known(true, known.teamSince());
    }
    return fact.event() instanceof TeamCreated ? new Known(known.taken(), fact.day()) : known;
  }

  @Override
  public Decision decide(Intent<? extends OpenPost> intent, Known known) {
    OpenPost command = intent.command();
    List<Refusal> refusals = new ArrayList<>();
    if (known.taken()) {
      refusals.add(
          new Refusal(
              WorkforceRule.POST_ID_TAKEN,
              "postId",
              command.postId().value(),
              "post %s exists; choose another id".formatted(command.postId())));
    }
    if (known.teamSince() == null || known.teamSince().isAfter(intent.day())) {
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
