package org.jalon.kernel.event;

import java.util.List;
import org.jalon.kernel.Label;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProgrammeId;

/**
 * A programme was defined.
 *
 * @param label shown to people
 * @param professions whose members may be referents; empty admits every profession
 */
public record ProgrammeDefined(ProgrammeId programmeId, Label label, List<ProfessionId> professions)
    implements OfferEvent {

  /** Generalist social work, there from the start; referents are AS or CESF. */
  public static final ProgrammeDefined POLYVALENCE =
      new ProgrammeDefined(
          new ProgrammeId("polyvalence"),
          new Label("Polyvalence de secteur"),
          List.of(new ProfessionId("AS"), new ProfessionId("CESF")));

  /** Keeps copies of its lists. */
  public ProgrammeDefined {
    professions = List.copyOf(professions);
  }
}
