package org.jalon.command.workforce;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Decider;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.decision.Tag;
import org.jalon.command.state.Dating;
import org.jalon.command.state.Engagement;
import org.jalon.command.state.StaffChecks;
import org.jalon.command.state.StaffStory;
import org.jalon.command.state.Staffing;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.PostId;
import org.jalon.kernel.command.ClosePost;
import org.jalon.kernel.event.PostClosed;
import org.jalon.kernel.timeline.Fact;

/** A post ends once nobody holds it any more, so that it takes no capacity from anybody. */
public final class ClosingPost implements Decider<ClosePost, StaffStory> {

  /** The rule. */
  public ClosingPost() {}

  @Override
  public Boundary boundary(Intent<? extends ClosePost> intent, StaffStory known) {
    return Boundary.all(Tag.of(intent.command().postId())).and(known.named());
  }

  @Override
  public StaffStory read(Intent<? extends ClosePost> intent, Collection<Fact> facts) {
    return StaffStory.of(facts);
  }

  @Override
  public Decision decide(Intent<? extends ClosePost> intent, StaffStory story) {
    PostId post = intent.command().postId();
    Staffing staffing = story.staffing();
    Optional<Refusal> refusal =
        Posts.unknown(post, intent.day(), staffing).or(() -> Dating.planned(intent));
    if (refusal.isPresent()) {
      return Decision.refuse(refusal.get());
    }
    if (Posts.closed(post, intent.day(), staffing).isPresent()) {
      return Decision.nothingToDo();
    }
    return stillFilled(post, intent.day(), staffing)
        .map(Decision::refuse)
        .orElseGet(
            () -> StaffChecks.inserted(story, Decision.accept(intent, new PostClosed(post))));
  }

  private static Optional<Refusal> stillFilled(PostId post, EffectiveDay day, Staffing staffing) {
    String holders =
        staffing.engagements().stream()
            .filter(e -> e.post().equals(post) && !e.endsBy(day))
            .map(Engagement::professional)
            .distinct()
            .map(Object::toString)
            .collect(Collectors.joining(", "));
    return holders.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                WorkforceRule.POST_STILL_FILLED,
                "postId",
                post.value(),
                "post %s is held by %s on %s or later; VacatePost first, or close it once they have left"
                    .formatted(post, holders, day)));
  }
}
