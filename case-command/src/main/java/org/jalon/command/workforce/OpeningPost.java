package org.jalon.command.workforce;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jalon.command.decision.Absent;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Decider;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.decision.Tag;
import org.jalon.command.state.Dating;
import org.jalon.command.state.StaffChecks;
import org.jalon.command.state.StaffStory;
import org.jalon.kernel.command.OpenPost;
import org.jalon.kernel.event.PostOpened;
import org.jalon.kernel.timeline.Fact;

/** A post has an id of its own and a team that exists. */
public final class OpeningPost implements Decider<OpenPost, StaffStory> {

  /** The rule. */
  public OpeningPost() {}

  @Override
  public Boundary boundary(Intent<? extends OpenPost> intent, StaffStory known) {
    return Boundary.all(Tag.of(intent.command().postId()))
        .and(Boundary.all(Tag.of(intent.command().team())))
        .and(known.named());
  }

  @Override
  public StaffStory read(Intent<? extends OpenPost> intent, Collection<Fact> facts) {
    return StaffStory.of(facts);
  }

  @Override
  public Decision decide(Intent<? extends OpenPost> intent, StaffStory story) {
    OpenPost command = intent.command();
    List<Refusal> refusals = new ArrayList<>();
    Dating.planned(intent).ifPresent(refusals::add);
    if (story.staffing().post(command.postId()).isPresent()) {
      refusals.add(
          new Refusal(
              WorkforceRule.POST_ID_TAKEN,
              "postId",
              command.postId().value(),
              "post %s exists; choose another id".formatted(command.postId())));
    }
    if (story.firstDayOf(command.team()).filter(since -> !since.isAfter(intent.day())).isEmpty()) {
      refusals.add(new Absent(intent.day(), "team").team(command.team()));
    }
    return refusals.isEmpty()
        ? StaffChecks.inserted(
            story,
            Decision.accept(
                intent,
                new PostOpened(
                    command.postId(), command.team(), command.profession(), command.fte())))
        : Decision.refuse(refusals);
  }
}
