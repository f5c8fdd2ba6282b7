package org.jalon.command.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Draft;
import org.jalon.command.decision.Tags;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.kernel.event.TerritoryCreated;
import org.jalon.kernel.event.WorkforceEvent;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.timeline.Timeline;

/**
 * The facts of posts, teams and who holds what, as far as a decider has read, to be told with
 * others put in.
 */
public final class StaffStory {

  /** Nothing read. */
  public static final StaffStory EMPTY = new StaffStory(List.of());

  private static final Set<String> PLACES = Set.of("post", "team", "territory");

  private final List<Fact> facts;
  private final Timeline timeline;
  private final Staffing staffing;

  private StaffStory(List<Fact> facts) {
    this.facts = facts;
    this.timeline = Timeline.of(facts);
    this.staffing = timeline.fold(Staffing.NOBODY, Staffing::evolve);
  }

  /** Facts, rectifications and what they rectify among them; those of no post or team are idle. */
  public static StaffStory of(Collection<Fact> facts) {
    return new StaffStory(List.copyOf(facts));
  }

  /** The same with facts put in where they belong. */
  public StaffStory with(Collection<Draft> drafts) {
    var more = new ArrayList<>(facts);
    more.addAll(Unrecorded.facts(drafts));
    return new StaffStory(List.copyOf(more));
  }

  /** Posts and who holds them, on every day. */
  public Staffing staffing() {
    return staffing;
  }

  /** All facts of every post, team and territory that a fact names. */
  public Boundary named() {
    return named(facts.stream());
  }

  /**
   * All facts of every post, team and territory that a rectification names: it is only understood
   * with the entry that it rectifies.
   */
  public Boundary rectified() {
    return named(facts.stream().filter(fact -> fact.event() instanceof EntryRectified));
  }

  private static Boundary named(Stream<Fact> facts) {
    return facts
        .flatMap(fact -> Tags.of(fact.event()).stream())
        .filter(tag -> PLACES.contains(tag.key()))
        .map(Boundary::all)
        .reduce(Boundary.EMPTY, Boundary::and);
  }

  /** The first day of a team, if it was read. */
  public Optional<EffectiveDay> firstDayOf(TeamId team) {
    return firstDay(event -> event instanceof TeamCreated e && e.teamId().equals(team));
  }

  /** The first day of a territory, if it was read. */
  public Optional<EffectiveDay> firstDayOf(TerritoryId territory) {
    return firstDay(
        event -> event instanceof TerritoryCreated e && e.territoryId().equals(territory));
  }

  /** The first step that would not hold with the drafts put in and holds without them. */
  public Optional<Contradiction> contradiction(Collection<Draft> drafts) {
    return Ground.newlyLost(lost(), with(drafts).lost());
  }

  private Optional<EffectiveDay> firstDay(Predicate<WorkforceEvent> creation) {
    return timeline.facts().stream()
        .filter(fact -> fact.event() instanceof WorkforceEvent event && creation.test(event))
        .map(Fact::day)
        .findFirst();
  }

  private List<Contradiction> lost() {
    return Ground.lost(
        timeline,
        Staffing.NOBODY,
        Staffing::evolve,
        (before, fact) ->
            fact.event() instanceof WorkforceEvent event
                ? StaffSteps.broken(before, event, fact.day())
                : Optional.empty());
  }
}
