package org.jalon.workload.span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jalon.workload.Facts.assigned;
import static org.jalon.workload.Facts.closed;
import static org.jalon.workload.Facts.ended;
import static org.jalon.workload.Facts.handedOver;
import static org.jalon.workload.Facts.march;
import static org.jalon.workload.Facts.opened;
import static org.jalon.workload.Facts.released;
import static org.jalon.workload.Facts.reopened;
import static org.jalon.workload.Facts.started;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.timeline.Timeline;
import org.junit.jupiter.api.Test;

final class CaseHistoryTest {

  private final List<Fact> facts = new ArrayList<>();

  @Test
  void a_case_goes_from_intake_through_its_accompaniment_to_closure() {
    on(march(1), opened("c", "T1"));
    on(march(3), assigned("c", "ana"));
    on(march(5), started("c"));
    on(march(9), ended("c"));
    on(march(12), closed("c"));

    assertThat(told())
        .containsExactly(
            "INTAKE none 2026-03-01..2026-03-03",
            "ASSIGNED ana 2026-03-03..2026-03-05",
            "ACTIVE ana 2026-03-05..2026-03-09",
            "INTAKE none 2026-03-09..2026-03-12");
  }

  @Test
  void the_end_of_the_accompaniment_ends_the_mandate_and_the_next_starts_without_referent() {
    on(march(1), opened("c", "T1"), assigned("c", "ana"), started("c"));
    on(march(2), ended("c"));
    on(march(3), started("c"));

    assertThat(told())
        .containsExactly(
            "ACTIVE ana 2026-03-01..2026-03-02",
            "INTAKE none 2026-03-02..2026-03-03",
            "ACTIVE none 2026-03-03..9999-12-31");
  }

  @Test
  void what_begins_and_ends_on_one_day_holds_at_the_end_of_none() {
    on(march(1), opened("c", "T1"), assigned("c", "ana"), started("c"), closed("c"));

    assertThat(told()).isEmpty();
  }

  @Test
  void a_back_dated_fact_takes_its_place_in_the_order_of_days() {
    on(march(1), opened("c", "T1"), assigned("c", "ana"), started("c"));
    on(march(9), closed("c"));
    on(march(4), assigned("c", "ben"));

    assertThat(told())
        .containsExactly("ACTIVE ana 2026-03-01..2026-03-04", "ACTIVE ben 2026-03-04..2026-03-09");
  }

  @Test
  void facts_outside_opening_and_closure_move_nothing() {
    on(march(1), started("c"));
    on(march(2), opened("c", "T1"));
    on(march(3), closed("c"));
    on(march(4), assigned("c", "ana"));

    assertThat(told()).containsExactly("INTAKE none 2026-03-02..2026-03-03");
  }

  @Test
  void a_reopened_case_is_in_intake_again_without_referent_in_its_team() {
    on(march(1), opened("c", "T1"), assigned("c", "ana"), started("c"));
    on(march(5), closed("c"));
    on(march(8), reopened("c"));
    on(march(9), assigned("c", "ben"));

    assertThat(told())
        .containsExactly(
            "ACTIVE ana 2026-03-01..2026-03-05",
            "INTAKE none 2026-03-08..2026-03-09",
            "ASSIGNED ben 2026-03-09..9999-12-31");
    assertThat(CaseHistory.of(Timeline.of(facts)))
        .allSatisfy(span -> assertThat(span.value().team()).isEqualTo(new TeamId("T1")));
  }

  @Test
  void what_was_never_opened_is_not_reopened() {
    on(march(1), reopened("c"), assigned("c", "ana"));

    assertThat(told()).isEmpty();
  }

  @Test
  void a_referent_who_is_released_leaves_the_case_where_it_stands() {
    on(march(1), opened("c", "T1"), assigned("c", "ana"));
    on(march(2), released("c", "ana"));
    on(march(3), assigned("c", "ben"), started("c"));
    on(march(4), released("c", "ben"));

    assertThat(told())
        .containsExactly(
            "ASSIGNED ana 2026-03-01..2026-03-02",
            "INTAKE none 2026-03-02..2026-03-03",
            "ACTIVE ben 2026-03-03..2026-03-04",
            "ACTIVE none 2026-03-04..9999-12-31");
  }

  @Test
  void a_hand_over_put_in_before_the_closure_ends_with_it() {
    on(march(1), opened("c", "T1"), assigned("c", "ana"), started("c"));
    on(march(9), closed("c"));
    on(march(4), handedOver("c", "ana", "ben"));

    assertThat(told())
        .containsExactly("ACTIVE ana 2026-03-01..2026-03-04", "ACTIVE ben 2026-03-04..2026-03-09");
  }

  private void on(EffectiveDay day, Event... events) {
    for (Event event : events) {
      facts.add(new Fact(facts.size() + 1L, day, UUID.randomUUID(), event));
    }
  }

  private List<String> told() {
    return CaseHistory.of(Timeline.of(facts)).stream()
        .map(
            span ->
                "%s %s %s..%s"
                    .formatted(
                        span.value().stage(),
                        span.value().referent() == null ? "none" : span.value().referent(),
                        span.from(),
                        span.until()))
        .toList();
  }
}
