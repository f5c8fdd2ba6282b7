package org.jalon.command.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jalon.command.decision.Draft;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.event.CaseEvent;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.timeline.Timeline;

/** The facts of one case as far as a decider has read, to be told with others put in. */
public final class CaseStory {

  /** Nothing read. */
  public static final CaseStory EMPTY = new CaseStory(List.of());

  private final List<Fact> facts;
  private final Supplier<Timeline> timeline;
  private final Supplier<CaseLife> life;

  private CaseStory(List<Fact> facts) {
    this.facts = facts;
    this.timeline = Once.of(() -> Timeline.of(facts));
    this.life = Once.of(() -> timeline().fold(CaseLife.UNBORN, CaseLife::evolve));
  }

  /** The facts of one case, rectifications and what they rectify among them. */
  public static CaseStory of(Collection<Fact> facts) {
    return new CaseStory(List.copyOf(facts));
  }

  /** The same with facts put in where they belong. */
  public CaseStory with(Collection<Draft> drafts) {
    var more = new ArrayList<>(facts);
    more.addAll(Unrecorded.facts(drafts));
    return new CaseStory(List.copyOf(more));
  }

  /** The facts as they were recorded. */
  public List<Fact> facts() {
    return facts;
  }

  /** The facts as they stand. */
  public Timeline timeline() {
    return timeline.get();
  }

  /** The life to its last known day. */
  public CaseLife life() {
    return life.get();
  }

  /** The life at the end of a day. */
  public CaseLife life(EffectiveDay day) {
    return timeline().until(day).fold(CaseLife.UNBORN, CaseLife::evolve);
  }

  /** The first step that would not hold with the drafts put in and holds without them. */
  public Optional<Contradiction> contradiction(Collection<Draft> drafts) {
    return Ground.newlyLost(lost(), with(drafts).lost());
  }

  private List<Contradiction> lost() {
    return Ground.lost(
        timeline(),
        CaseLife.UNBORN,
        CaseLife::evolve,
        (before, fact) ->
            fact.event() instanceof CaseEvent event
                ? CaseSteps.broken(before, event, fact.day())
                : Optional.empty());
  }
}
