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
import org.jalon.kernel.command.CreateTeam;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.kernel.timeline.Fact;

/** A team has an id of its own and a territory that exists. */
public final class CreatingTeam implements Decider<CreateTeam, StaffStory> {

  /** The rule. */
  public CreatingTeam() {}

  @Override
  public Boundary boundary(Intent<? extends CreateTeam> intent, StaffStory known) {
    return Boundary.all(Tag.of(intent.command().teamId()))
        .and(Boundary.all(Tag.of(intent.command().territory())))
        .and(known.named());
  }

  @Override
  public StaffStory read(Intent<? extends CreateTeam> intent, Collection<Fact> facts) {
    return StaffStory.of(facts);
  }

  @Override
  public Decision decide(Intent<? extends CreateTeam> intent, StaffStory story) {
    CreateTeam command = intent.command();
    List<Refusal> refusals = new ArrayList<>();
    Dating.planned(intent).ifPresent(refusals::add);
    if (story.firstDayOf(command.teamId()).isPresent()) {
      refusals.add(
          new Refusal(
              WorkforceRule.TEAM_ID_TAKEN,
              "teamId",
              command.teamId().value(),
              "team %s exists; choose another id".formatted(command.teamId())));
    }
    if (story
        .firstDayOf(command.territory())
        .filter(since -> !since.isAfter(intent.day()))
        .isEmpty()) {
      refusals.add(new Absent(intent.day(), "territory").territory(command.territory()));
    }
    return refusals.isEmpty()
        ? StaffChecks.inserted(
            story,
            Decision.accept(
                intent, new TeamCreated(command.teamId(), command.territory(), command.label())))
        : Decision.refuse(refusals);
  }
}
