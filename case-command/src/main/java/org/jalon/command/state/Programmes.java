package org.jalon.command.state;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Tag;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.event.ProgrammeDefined;
import org.jalon.kernel.timeline.Fact;

/**
 * The programmes that a decider has read, and the one that is there from the start.
 *
 * @param definitions by id, each from its day on
 */
public record Programmes(
    Map<ProgrammeId, NavigableMap<EffectiveDay, ProgrammeDefined>> definitions) {

  /** Before the first fact. */
  public static final Programmes SHIPPED =
      new Programmes(Map.of()).with(EffectiveDay.FIRST, ProgrammeDefined.POLYVALENCE);

  /** Keeps a copy. */
  public Programmes {
    definitions = Map.copyOf(definitions);
  }

  /** The definition of a programme. */
  public static Boundary definitionOf(ProgrammeId id) {
    return Boundary.all(Tag.of(id));
  }

  /** The programmes after one more fact. */
  public Programmes evolve(Fact fact) {
    return fact.event() instanceof ProgrammeDefined definition
        ? with(fact.day(), definition)
        : this;
  }

  /** A programme as it was defined by a day, if it was. */
  public Optional<ProgrammeDefined> on(ProgrammeId id, EffectiveDay day) {
    return Optional.ofNullable(definitions.get(id))
        .map(versions -> versions.floorEntry(day))
        .map(Map.Entry::getValue);
  }

  /** Whether a programme admits members of a profession as referents on a day. */
  public boolean allow(ProgrammeId id, ProfessionId profession, EffectiveDay day) {
    return on(id, day)
        .map(ProgrammeDefined::professions)
        .filter(professions -> professions.isEmpty() || professions.contains(profession))
        .isPresent();
  }

  private Programmes with(EffectiveDay day, ProgrammeDefined definition) {
    var more = new HashMap<>(definitions);
    var versions = new TreeMap<EffectiveDay, ProgrammeDefined>();
    Optional.ofNullable(definitions.get(definition.programmeId())).ifPresent(versions::putAll);
    versions.put(day, definition);
    more.put(definition.programmeId(), versions);
    return new Programmes(more);
  }
}
