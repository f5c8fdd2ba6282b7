package org.jalon.command.transferring;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jalon.command.caseload.Excess;
import org.jalon.command.caseload.Steps;
import org.jalon.command.caseload.World;
import org.jalon.command.decision.Intent;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;

/** What each receiver has, case by case, as they take those of a transfer in its order. */
final class Receivers {

  private final Intent<?> intent;
  private final World before;
  private final World after;
  private final Map<ProfessionalId, Steps> loads = new HashMap<>();
  private final Map<Limit, Steps> ceilings = new HashMap<>();

  private record Limit(ProfessionalId who, ProgrammeId programme) {}

  /**
   * @param after the world with every case of the transfer moved
   */
  Receivers(Intent<?> intent, World before, World after) {
    this.intent = intent;
    this.before = before;
    this.after = after;
  }

  /** Takes one more case; answers the first day on which it is too much, if there is one. */
  Optional<Excess> take(Move move) {
    Steps had = loads.computeIfAbsent(move.to(), before::loads);
    Steps has = had.plus(own(after, move).minus(own(before, move)));
    loads.put(move.to(), has);
    var limit = new Limit(move.to(), move.taker().programme());
    return Excess.byLoad(
        had,
        has,
        ceilings.computeIfAbsent(limit, one -> before.ceilings(one.who, one.programme)),
        intent.day(),
        intent.day().orLater(intent.today()));
  }

  private static Steps own(World world, Move move) {
    return Steps.of(
        world.story(move.caseId()).life().mandates().stream()
            .filter(mandate -> mandate.referent().equals(move.to()))
            .toList());
  }
}
