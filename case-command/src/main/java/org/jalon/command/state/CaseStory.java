package org.jalon.command.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
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
    this.timeline = Told.once(() -> Timeline.of(facts));
    this.life = Told.once(() -> timeline().fold(CaseLife.UNBORN, CaseLife::evolve));
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
    Set<Long> broken = new HashSet<>();
    steps((fact, why) -> broken.add(fact.position()));
    List<Contradiction> found = new ArrayList<>();
    with(drafts).steps((fact, why) -> found.add(new Contradiction(fact, why)));
    return found.stream().filter(one -> !broken.contains(one.fact().position())).findFirst();
  }

  private void steps(BiConsumer<Fact, String> broken) {
    CaseLife before = CaseLife.UNBORN;
    for (Fact fact : timeline().facts()) {
      if (fact.event() instanceof CaseEvent event) {
        CaseSteps.broken(before, event, fact.day()).ifPresent(why -> broken.accept(fact, why));
      }
      before = before.evolve(fact);
    }
  }
}
