package org.jalon.command.workforce;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
import org.jalon.command.state.Staffing;
import org.jalon.kernel.command.ChangeWorkingTime;
import org.jalon.kernel.event.WorkingTimeChanged;
import org.jalon.kernel.timeline.Fact;

/**
 * Who holds a post works another fraction in it, within its FTE and one full-time post on every
 * day; less of it is never refused and raises an alert where cases are left above the ceiling.
 */
public final class ChangingWorkingTime implements Decider<ChangeWorkingTime, World> {

  /** The rule. */
  public ChangingWorkingTime() {}

  @Override
  public Boundary boundary(Intent<? extends ChangeWorkingTime> intent, World known) {
    return Posts.held(intent.command().postId(), intent.command().professional(), known);
  }

  @Override
  public World read(Intent<? extends ChangeWorkingTime> intent, Collection<Fact> facts) {
    return World.of(facts);
  }

  @Override
  public Decision decide(Intent<? extends ChangeWorkingTime> intent, World world) {
    ChangeWorkingTime command = intent.command();
    Staffing staffing = world.staffing();
    Optional<Refusal> refusal =
        Posts.unknown(command.postId(), intent.day(), staffing)
            .or(
                () ->
                    Posts.notHeld(command.postId(), command.professional(), intent.day(), staffing))
            .or(() -> Dating.planned(intent));
    if (refusal.isPresent()) {
      return Decision.refuse(refusal.get());
    }
    return worksSo(command, intent, staffing) ? Decision.nothingToDo() : changed(intent, world);
  }

  /**
   * Said for that very day already. The same as before is a fact too: an earlier change that comes
   * late must not reach beyond it.
   */
  private static boolean worksSo(
      ChangeWorkingTime command, Intent<? extends ChangeWorkingTime> intent, Staffing staffing) {
    return staffing.of(command.professional(), intent.day()).stream()
        .filter(e -> e.post().equals(command.postId()) && e.fte().equals(command.fte()))
        .anyMatch(e -> e.from().equals(intent.day()));
  }

  private static Decision changed(Intent<? extends ChangeWorkingTime> intent, World world) {
    ChangeWorkingTime command = intent.command();
    var story = StaffStory.of(world.elsewhere());
    var fact =
        Decision.accept(
            intent,
            new WorkingTimeChanged(command.postId(), command.professional(), command.fte()));
    Staffing before = story.staffing();
    Staffing after = story.with(fact.facts()).staffing();
    List<Refusal> refusals = new ArrayList<>();
    Posts.overFullTime(before, after, command.professional()).ifPresent(refusals::add);
    Posts.overfilled(before, after, command.postId(), "fte").ifPresent(refusals::add);
    return refusals.isEmpty()
        ? CeilingAlerts.added(
            intent, world, StaffChecks.inserted(story, fact), Set.of(command.professional()))
        : Decision.refuse(refusals);
  }
}
