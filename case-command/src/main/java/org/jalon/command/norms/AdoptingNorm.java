package org.jalon.command.norms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jalon.command.caseload.CeilingAlerts;
import org.jalon.command.caseload.NormValues;
import org.jalon.command.caseload.Reach;
import org.jalon.command.caseload.World;
import org.jalon.command.decision.Absent;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Decider;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.decision.Tag;
import org.jalon.command.state.Dating;
import org.jalon.command.state.Engagement;
import org.jalon.command.state.Programmes;
import org.jalon.command.state.StaffStory;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.command.AdoptNorm;
import org.jalon.kernel.event.NormAdopted;
import org.jalon.kernel.norm.NormScope;
import org.jalon.kernel.timeline.Fact;

/**
 * A norm makes sense in itself and is for somebody who is known. A lower ceiling is never refused:
 * it leaves an alert for each professional whom it finds above it.
 */
public final class AdoptingNorm implements Decider<AdoptNorm, World> {

  /** The rule. */
  public AdoptingNorm() {}

  @Override
  public Boundary boundary(Intent<? extends AdoptNorm> intent, World known) {
    AdoptNorm command = intent.command();
    Boundary boundary = Boundary.all(Tag.norms()).and(StaffStory.of(known.elsewhere()).rectified());
    if (command.programme() != null) {
      boundary = boundary.and(Programmes.definitionOf(command.programme()));
    }
    if (command.team() != null) {
      boundary = boundary.and(Boundary.all(Tag.of(command.team())));
    }
    if (command.territory() != null) {
      boundary = boundary.and(Boundary.all(Tag.of(command.territory())));
    }
    return limitsPeople(command)
        ? boundary
            .and(Boundary.all(Tag.workforce()))
            .and(Reach.of(inScope(command, known, intent.day()), known))
        : boundary;
  }

  @Override
  public World read(Intent<? extends AdoptNorm> intent, Collection<Fact> facts) {
    return World.of(facts);
  }

  @Override
  public Decision decide(Intent<? extends AdoptNorm> intent, World world) {
    AdoptNorm command = intent.command();
    var norm =
        new NormAdopted(
            scope(command),
            command.standard(),
            command.alert(),
            command.ceiling(),
            command.shares() == null ? List.of() : command.shares());
    List<Refusal> refusals = new ArrayList<>(NormValues.refusals(norm));
    Dating.planned(intent).ifPresent(refusals::add);
    refusals.addAll(unknown(intent, world));
    if (!refusals.isEmpty()) {
      return Decision.refuse(refusals);
    }
    if (Standing.holds(world.norms(), norm, intent.day())) {
      return Decision.nothingToDo();
    }
    Decision adopted = Decision.accept(intent, norm);
    return limitsPeople(command)
        ? CeilingAlerts.added(intent, world, adopted, inScope(command, world, intent.day()))
        : adopted;
  }

  private static NormScope scope(AdoptNorm command) {
    return new NormScope(
        command.programme(), command.team(), command.territory(), command.profession());
  }

  /** The ceiling of a programme judges what is added in it, not what somebody has already. */
  private static boolean limitsPeople(AdoptNorm command) {
    return command.ceiling() != null && command.programme() == null;
  }

  /** Who works on the day or later in a post that the norm is for. */
  private static Set<ProfessionalId> inScope(AdoptNorm command, World world, EffectiveDay day) {
    NormScope scope = scope(command);
    return world.staffing().engagements().stream()
        .filter(engagement -> !engagement.endsBy(day))
        .filter(engagement -> scope.covers(world.placeOf(engagement, null)))
        .map(Engagement::professional)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<Refusal> unknown(Intent<? extends AdoptNorm> intent, World world) {
    AdoptNorm command = intent.command();
    List<Refusal> refusals = new ArrayList<>();
    if (command.programme() != null
        && world.programmes().on(command.programme(), intent.day()).isEmpty()) {
      refusals.add(new Absent(intent.day(), "programme").programme(command.programme()));
    }
    if (command.team() != null && !world.hasTeam(command.team(), intent.day())) {
      refusals.add(new Absent(intent.day(), "team").team(command.team()));
    }
    if (command.territory() != null
        && StaffStory.of(world.elsewhere())
            .firstDayOf(command.territory())
            .filter(since -> !since.isAfter(intent.day()))
            .isEmpty()) {
      refusals.add(new Absent(intent.day(), "territory").territory(command.territory()));
    }
    return refusals;
  }
}
