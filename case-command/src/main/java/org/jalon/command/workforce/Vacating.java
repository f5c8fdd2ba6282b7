package org.jalon.command.workforce;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jalon.command.state.Staffing;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.event.CaseEvent;
import org.jalon.kernel.event.CaseloadAboveCeiling;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.OfferEvent;
import org.jalon.kernel.event.PostClosed;
import org.jalon.kernel.event.PostFilled;
import org.jalon.kernel.event.PostOpened;
import org.jalon.kernel.event.PostResized;
import org.jalon.kernel.event.PostVacated;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.kernel.event.TerritoryCreated;
import org.jalon.kernel.event.WorkingTimeChanged;
import org.jalon.kernel.timeline.Fact;
import org.jspecify.annotations.Nullable;

/**
 * A post with its holders.
 *
 * @param latest the last fact of each who held it
 */
record Vacating(Staffing staffing, Map<ProfessionalId, Fact> latest) {

  static final Vacating START = new Vacating(Staffing.NOBODY, Map.of());

  Vacating {
    latest = Map.copyOf(latest);
  }

  Vacating evolve(Fact fact) {
    var more = new HashMap<>(latest);
    holderIn(fact).ifPresent(who -> more.put(who, fact));
    return new Vacating(staffing.evolve(fact), more);
  }

  @Nullable Fact latestOf(ProfessionalId who) {
    return latest.get(who);
  }

  private static Optional<ProfessionalId> holderIn(Fact fact) {
    return switch (fact.event()) {
      case PostFilled e -> Optional.of(e.professional());
      case WorkingTimeChanged e -> Optional.of(e.professional());
      case PostVacated e -> Optional.of(e.professional());
      case PostOpened _,
          PostResized _,
          PostClosed _,
          TeamCreated _,
          TerritoryCreated _,
          CaseloadAboveCeiling _ ->
          Optional.empty();
      case CaseEvent _, OfferEvent _, EntryRectified _ -> Optional.empty();
    };
  }
}
