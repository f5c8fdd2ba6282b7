package org.jalon.kernel.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.event.AdhesionGiven;
import org.junit.jupiter.api.Test;

final class TimelineTest {

  private static final EffectiveDay MONDAY = EffectiveDay.of(2026, 3, 2);
  private static final EffectiveDay TUESDAY = EffectiveDay.of(2026, 3, 3);

  @Test
  void facts_hold_in_the_order_of_days_and_then_of_positions() {
    Timeline timeline = Timeline.of(List.of(fact(1, TUESDAY), fact(3, MONDAY), fact(2, MONDAY)));

    assertThat(positions(timeline)).containsExactly(2L, 3L, 1L);
  }

  @Test
  void the_order_does_not_depend_on_how_facts_arrive() {
    var facts = new ArrayList<Fact>();
    for (int i = 1; i <= 50; i++) {
      facts.add(fact(i, EffectiveDay.of(2026, 1, 1 + i * 7 % 28)));
    }
    List<Long> expected = positions(Timeline.of(facts));
    var random = new Random(7);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(facts, random);
      assertThat(positions(Timeline.of(facts))).isEqualTo(expected);
    }
  }

  @Test
  void a_fact_that_arrives_twice_counts_once() {
    assertThat(Timeline.of(List.of(fact(1, MONDAY), fact(1, MONDAY))).facts()).hasSize(1);
  }

  @Test
  void facts_of_later_days_are_not_there_yet() {
    Timeline timeline = Timeline.of(List.of(fact(1, TUESDAY), fact(2, MONDAY)));

    assertThat(positions(timeline.until(MONDAY))).containsExactly(2L);
    assertThat(positions(timeline.until(TUESDAY))).containsExactly(2L, 1L);
    assertThat(positions(timeline.until(EffectiveDay.FIRST))).isEmpty();
  }

  @Test
  void a_fold_reads_from_the_start() {
    Timeline timeline = Timeline.of(List.of(fact(1, TUESDAY), fact(2, MONDAY)));

    assertThat(timeline.<String>fold("", (read, fact) -> read + fact.position())).isEqualTo("21");
    assertThat(Timeline.of(List.of()).<String>fold("x", (read, _) -> read + "y")).isEqualTo("x");
  }

  private static List<Long> positions(Timeline timeline) {
    return timeline.facts().stream().map(Fact::position).toList();
  }

  private static Fact fact(long position, EffectiveDay day) {
    return new Fact(position, day, new UUID(0, position), new AdhesionGiven(new CaseId("c")));
  }
}
