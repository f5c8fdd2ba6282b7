package org.jalon.workload.caseload;

import java.util.Set;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.event.ProgrammeDefined;

/** What is shipped: who has a caseload standard, who stays outside the denominators. */
final class Standards {

  private static final ProfessionId AS = new ProfessionId("AS");
  private static final ProfessionId CESF = new ProfessionId("CESF");
  private static final ProfessionId HEAD = new ProfessionId("HEAD");
  private static final Set<ProfessionId> WITH_STANDARD = Set.of(AS, CESF);

  /** The programme that is there from the start. */
  static final Directory.Programme POLYVALENCE =
      new Directory.Programme(
          ProgrammeDefined.POLYVALENCE.programmeId(),
          ProgrammeDefined.POLYVALENCE.label().value(),
          ProgrammeDefined.POLYVALENCE.professions());

  private Standards() {}

  static boolean hasStandard(ProfessionId profession) {
    return WITH_STANDARD.contains(profession);
  }

  static boolean outsideDenominators(ProfessionId profession) {
    return HEAD.equals(profession);
  }
}
