package org.jalon.command.rectifying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jalon.command.Facts.CASE;
import static org.jalon.command.Facts.INTERVENTION;
import static org.jalon.command.Facts.annulled;
import static org.jalon.command.Facts.intervened;
import static org.jalon.command.Facts.opened;
import static org.jalon.command.Facts.text;
import static org.jalon.command.decision.Specification.fact;
import static org.jalon.command.decision.Specification.on;

import java.util.Map;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Specification;
import org.jalon.kernel.command.EntryPosition;
import org.jalon.kernel.command.Fields;
import org.jalon.kernel.command.RectifyEntry;
import org.jalon.kernel.command.RectifyEntry.Action;
import org.junit.jupiter.api.Test;

class RestoringInterventionTest {

  private static final RectifyEntry RESTORE =
      new RectifyEntry(
          EntryPosition.of(2), Action.REPLACE, new Fields(Map.of("minutes", 20)), text("slip"));

  private final Specification<RectifyEntry> restoring =
      Specification.of(new RectifyingEntry())
          .given(
              fact("2026-01-05", opened(CASE)),
              fact("2026-02-10", intervened(CASE, INTERVENTION)),
              fact("2026-03-01", annulled(2, intervened(CASE, INTERVENTION))),
              fact("2026-02-12", intervened(CASE, INTERVENTION)));

  @Test
  void what_was_recorded_once_more_under_its_id_is_not_restored_beside_it() {
    restoring
        .when(RESTORE, on("2026-06-01"))
        .thenRefused(CommonRule.CONTRADICTS_RECORDED_FACT)
        .saying("position 4", "2026-02-12");
  }

  @Test
  void it_is_restored_once_the_other_is_annulled() {
    var alone = restoring.given(fact("2026-03-02", annulled(4, intervened(CASE, INTERVENTION))));
    assertThat(alone.when(RESTORE, on("2026-06-01")).decision())
        .isInstanceOfSatisfying(
            Decision.Accepted.class, accepted -> assertThat(accepted.facts()).hasSize(1));
  }
}
