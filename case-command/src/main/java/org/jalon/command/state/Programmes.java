package org.jalon.command.state;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Tag;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Label;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.event.ProgrammeDefined;
import org.jalon.kernel.timeline.Fact;

/**
 * The programmes that a decider has read, and the one that is there from the start.
 *
 * @param defined by id
 */
public record Programmes(Map<ProgrammeId, Programme> defined) {

  /** Generalist social work, there from the start; referents are AS or CESF. */
  public static final ProgrammeDefined POLYVALENCE =
      new ProgrammeDefined(
          new ProgrammeId("polyvalence"),
          new Label("Polyvalence de secteur"),
          List.of(new ProfessionId("AS"), new ProfessionId("CESF")));

  /** Before the first fact. */
  public static final Programmes SHIPPED =
      new Programmes(
          Map.of(POLYVALENCE.programmeId(), new Programme(POLYVALENCE, EffectiveDay.FIRST)));

  /**
   * One programme.
   *
   * @param since first day
   */
  public record Programme(ProgrammeDefined definition, EffectiveDay since) {

    /** Whether members of a profession may be referents. */
    public boolean allows(ProfessionId profession) {
      return definition.professions().isEmpty() || definition.professions().contains(profession);
    }
  }

  /** Keeps a copy. */
  public Programmes {
    defined = Map.copyOf(defined);
  }

  /** The definition of a programme. */
  public static Boundary definitionOf(ProgrammeId id) {
    return Boundary.all(Tag.of(id));
  }

  /** The programmes after one more fact. */
  public Programmes evolve(Fact fact) {
    if (!(fact.event() instanceof ProgrammeDefined definition)) {
      return this;
    }
    var more = new HashMap<>(defined);
    more.put(definition.programmeId(), new Programme(definition, fact.day()));
    return new Programmes(more);
  }

  /** A programme, if it was defined by a day. */
  public Optional<Programme> on(ProgrammeId id, EffectiveDay day) {
    return Optional.ofNullable(defined.get(id)).filter(p -> !p.since().isAfter(day));
  }
}
