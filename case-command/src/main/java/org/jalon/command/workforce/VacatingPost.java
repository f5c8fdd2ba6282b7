package org.jalon.command.workforce;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jalon.command.caseload.CeilingAlerts;
import org.jalon.command.caseload.World;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Decider;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.state.Dating;
import org.jalon.command.state.StaffChecks;
import org.jalon.command.state.StaffStory;
import org.jalon.kernel.command.VacatePost;
import org.jalon.kernel.event.PostVacated;
import org.jalon.kernel.timeline.Fact;

/** People do leave: only who does not hold the post cannot; cases left behind raise an alert. */
public final class VacatingPost implements Decider<VacatePost, World> {

  /** The rule. */
  public VacatingPost() {}

  @Override
  public Boundary boundary(Intent<? extends VacatePost> intent, World known) {
    return Posts.held(intent.command().postId(), intent.command().professional(), known);
  }

  @Override
  public World read(Intent<? extends VacatePost> intent, Collection<Fact> facts) {
    return World.of(facts);
  }

  @Override
  public Decision decide(Intent<? extends VacatePost> intent, World world) {
    VacatePost command = intent.command();
    var staffing = world.staffing();
    if (staffing.post(command.postId()).isEmpty()) {
      return Decision.refuse(Posts.unknown(command.postId(), intent.day()));
    }
    return Posts.notHeld(command.postId(), command.professional(), intent.day(), staffing)
        .or(() -> Dating.planned(intent))
        .map(Decision::refuse)
        .orElseGet(() -> left(intent, world));
  }

  private static Decision left(Intent<? extends VacatePost> intent, World world) {
    VacatePost command = intent.command();
    var story = StaffStory.of(world.elsewhere());
    var fact = Decision.accept(intent, new PostVacated(command.postId(), command.professional()));
    Decision inserted = StaffChecks.inserted(story, fact);
    Optional<Refusal> overfilled =
        Posts.overfilled(
            story.staffing(),
            story.with(fact.facts()).staffing(),
            command.postId(),
            "professional");
    return inserted instanceof Decision.Accepted && overfilled.isPresent()
        ? Decision.refuse(overfilled.get())
        : CeilingAlerts.added(intent, world, inserted, Set.of(command.professional()));
  }
}
