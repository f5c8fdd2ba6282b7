package org.jalon.workload.span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jalon.workload.Facts.filled;
import static org.jalon.workload.Facts.march;
import static org.jalon.workload.Facts.post;
import static org.jalon.workload.Facts.vacated;
import static org.jalon.workload.Facts.worksNow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Fte;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.PostFilled;
import org.jalon.kernel.event.PostResized;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.timeline.Timeline;
import org.junit.jupiter.api.Test;

final class PostHistoryTest {

  private final List<Fact> facts = new ArrayList<>();

  @Test
  void a_post_is_held_from_the_day_it_is_filled_to_the_day_before_it_is_vacated() {
    on(march(1), post("p", "T1", "AS", "1"));
    on(march(3), filled("p", "ana", "0.5"), filled("p", "ben", "0.5"));
    on(march(6), worksNow("p", "ana", "0.8"));
    on(march(9), vacated("p", "ana"));

    assertThat(engagements())
        .containsExactlyInAnyOrder(
            "ana 0.5 2026-03-03..2026-03-06",
            "ana 0.8 2026-03-06..2026-03-09",
            "ben 0.5 2026-03-03..9999-12-31");
  }

  @Test
  void the_budget_of_a_post_has_days_too() {
    on(march(1), post("p", "T1", "AS", "1"));
    on(march(4), new PostResized(new PostId("p"), new Fte(new BigDecimal("0.5"))));

    assertThat(PostHistory.of(new PostId("p"), Timeline.of(facts)).posts())
        .extracting(span -> span.value().fte() + " " + span.from() + ".." + span.until())
        .containsExactly("1 2026-03-01..2026-03-04", "0.5 2026-03-04..9999-12-31");
  }

  @Test
  void who_replaced_a_substitute_that_left_goes_on_in_the_place_of_whom_that_one_replaced() {
    on(march(1), post("p", "T1", "AS", "1"), filled("p", "ana", "0.5"));
    on(march(3), inPlaceOf("ana", "ben"), inPlaceOf("ben", "eve"));
    on(march(9), vacated("p", "ben"));

    assertThat(PostHistory.of(new PostId("p"), Timeline.of(facts)).engagements())
        .filteredOn(span -> span.value().professional().value().equals("eve"))
        .extracting(span -> span.value().replaces() + " " + span.from() + ".." + span.until())
        .containsExactly("ben 2026-03-03..2026-03-09", "ana 2026-03-09..9999-12-31");
  }

  @Test
  void who_comes_back_to_their_own_place_replaces_nobody() {
    on(march(1), post("p", "T1", "AS", "1"), filled("p", "ana", "0.5"));
    on(march(3), inPlaceOf("ana", "ben"));
    on(march(5), vacated("p", "ana"), inPlaceOf("ben", "ana"));
    on(march(9), vacated("p", "ben"));

    assertThat(PostHistory.of(new PostId("p"), Timeline.of(facts)).engagements())
        .filteredOn(span -> span.on(march(9)))
        .singleElement()
        .satisfies(span -> assertThat(span.value().replaces()).isNull());
  }

  private static PostFilled inPlaceOf(String absent, String substitute) {
    return new PostFilled(
        new PostId("p"),
        new ProfessionalId(substitute),
        new Fte(new BigDecimal("0.5")),
        new ProfessionalId(absent));
  }

  @Test
  void a_change_for_who_does_not_hold_the_post_moves_nothing() {
    on(march(1), post("p", "T1", "AS", "1"), worksNow("p", "ana", "0.8"), vacated("p", "ana"));

    assertThat(engagements()).isEmpty();
  }

  @Test
  void without_its_opening_nothing_is_known_of_a_post() {
    on(march(1), filled("p", "ana", "1"));

    assertThat(PostHistory.of(new PostId("p"), Timeline.of(facts)))
        .isEqualTo(new PostHistory(List.of(), List.of()));
  }

  private void on(EffectiveDay day, Event... events) {
    for (Event event : events) {
      facts.add(new Fact(facts.size() + 1L, day, UUID.randomUUID(), event));
    }
  }

  private List<String> engagements() {
    return PostHistory.of(new PostId("p"), Timeline.of(facts)).engagements().stream()
        .map(
            span ->
                "%s %s %s..%s"
                    .formatted(
                        span.value().professional(), span.value().fte(), span.from(), span.until()))
        .toList();
  }
}
