package org.jalon.workload.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jalon.workload.Facts.accompanied;
import static org.jalon.workload.Facts.assigned;
import static org.jalon.workload.Facts.filled;
import static org.jalon.workload.Facts.march;
import static org.jalon.workload.Facts.opened;
import static org.jalon.workload.Facts.post;
import static org.jalon.workload.Facts.started;
import static org.jalon.workload.Facts.team;
import static org.jalon.workload.Facts.territory;
import static org.jalon.workload.Facts.vacated;

import java.util.List;
import org.jalon.kernel.EffectiveDay;
import org.jalon.workload.Ledger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a case counts, line by line of the published rule. */
final class AttributionTest {

  private final Ledger ledger = new Ledger();

  @BeforeEach
  void two_territories_with_a_team_each() {
    ledger.record(
        march(1),
        territory("N"),
        territory("S"),
        team("T1", "N"),
        team("T2", "S"),
        post("p1", "T1", "AS", "1"),
        post("p2", "T2", "AS", "1"),
        post("p3", "T2", "SMS", "1"));
  }

  @Test
  void at_the_post_its_referent_holds_whatever_the_team_of_the_case() {
    ledger.record(march(1), filled("p2", "ana", "1"));
    ledger.record(march(1), accompanied("c", "T1", "ana"));

    assertThat(placed(march(1))).isEqualTo("ana T2 S p2 AS []");
  }

  @Test
  void with_several_posts_in_the_team_of_the_case() {
    ledger.record(march(1), filled("p1", "ana", "0.2"), filled("p2", "ana", "0.8"));
    ledger.record(march(1), accompanied("c", "T1", "ana"));

    assertThat(placed(march(1))).isEqualTo("ana T1 N p1 AS []");
  }

  @Test
  void else_at_the_post_with_the_largest_fte() {
    ledger.record(march(1), filled("p1", "ana", "0.2"), filled("p2", "ana", "0.8"));
    ledger.record(march(1), accompanied("c", null, "ana"));

    assertThat(placed(march(1))).isEqualTo("ana T2 S p2 AS []");
  }

  @Test
  void then_at_the_lowest_post_id() {
    ledger.record(march(1), filled("p3", "ana", "0.5"), filled("p2", "ana", "0.5"));
    ledger.record(march(1), accompanied("c", "T1", "ana"));

    assertThat(placed(march(1))).isEqualTo("ana T2 S p2 AS []");
  }

  @Test
  void a_post_outside_the_standard_is_flagged() {
    ledger.record(march(1), filled("p3", "ana", "1"));
    ledger.record(march(1), accompanied("c", "T1", "ana"));

    assertThat(placed(march(1))).isEqualTo("ana T2 S p3 SMS [OUTSIDE_STANDARD]");
  }

  @Test
  void a_referent_who_changes_team_takes_the_cases_along() {
    ledger.record(march(1), filled("p1", "ana", "1"));
    ledger.record(march(1), accompanied("c", "T1", "ana"));
    ledger.record(march(5), vacated("p1", "ana"), filled("p2", "ana", "1"));

    assertThat(placed(march(4))).isEqualTo("ana T1 N p1 AS []");
    assertThat(placed(march(5))).isEqualTo("ana T2 S p2 AS []");
  }

  @Test
  void a_case_whose_referent_left_is_orphaned_in_the_team_where_it_last_counted() {
    ledger.record(march(1), filled("p2", "ana", "1"));
    ledger.record(march(1), accompanied("c", "T1", "ana"));
    ledger.record(march(5), vacated("p2", "ana"));

    assertThat(placed(march(4))).isEqualTo("ana T2 S p2 AS []");
    assertThat(placed(march(5))).isEqualTo("ana T2 S null null [ORPHANED]");
  }

  @Test
  void an_orphan_handed_to_somebody_without_post_stays_where_it_counted_under_the_former() {
    ledger.record(march(1), filled("p2", "ana", "1"));
    ledger.record(march(1), accompanied("c", "T1", "ana"));
    ledger.record(march(5), assigned("c", "ben"));

    assertThat(placed(march(6))).isEqualTo("ben T2 S null null [ORPHANED]");
  }

  @Test
  void a_case_that_never_counted_at_a_post_is_orphaned_in_the_last_team_of_its_referent() {
    ledger.record(march(1), filled("p2", "ana", "1"));
    ledger.record(march(2), vacated("p2", "ana"));
    ledger.record(march(3), accompanied("c", "T1", "ana"));

    assertThat(placed(march(3))).isEqualTo("ana T2 S null null [ORPHANED]");
  }

  @Test
  void and_in_its_own_team_when_the_referent_never_held_a_post() {
    ledger.record(march(1), accompanied("c", "T1", "ana"));
    ledger.record(march(1), accompanied("d", null, "ana"));

    assertThat(placed(march(1))).isEqualTo("ana T1 N null null [ORPHANED]");
    assertThat(ledger.on(march(1)).cases(Dimension.TEAM, Dimension.UNASSIGNED, Selection.ALL))
        .extracting(counted -> counted.caseId().value())
        .containsExactly("d");
  }

  @Test
  void a_case_without_referent_is_unassigned_in_its_team() {
    ledger.record(march(1), opened("c", "T1"), started("c"));

    assertThat(placed(march(1))).isEqualTo("null T1 N null null [UNASSIGNED]");
  }

  @Test
  void without_team_either_it_belongs_to_none() {
    ledger.record(march(1), opened("c", null), started("c"));

    assertThat(placed(march(1))).isEqualTo("null null null null null [UNASSIGNED]");
    for (Dimension by :
        List.of(Dimension.REFERENT, Dimension.TEAM, Dimension.TERRITORY, Dimension.PROFESSION)) {
      assertThat(ledger.on(march(1)).cases(by, Dimension.UNASSIGNED, Selection.ALL)).hasSize(1);
    }
  }

  private String placed(EffectiveDay day) {
    Place counted =
        ledger.on(day).cases(Dimension.PROGRAMME, "polyvalence", Selection.ALL).getFirst().place();
    return "%s %s %s %s %s %s"
        .formatted(
            counted.referent(),
            counted.team(),
            counted.territory(),
            counted.post(),
            counted.profession(),
            counted.flags());
  }
}
