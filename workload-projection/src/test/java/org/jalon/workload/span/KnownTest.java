package org.jalon.workload.span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jalon.workload.Facts.march;

import java.util.List;
import org.junit.jupiter.api.Test;

final class KnownTest {

  private static final Dated<String> OPEN = new Dated<>("a", march(1), Dated.OPEN);
  private static final Dated<String> ENDED = new Dated<>("a", march(1), march(5));
  private static final Dated<String> NEXT = new Dated<>("b", march(5), Dated.OPEN);

  @Test
  void a_new_reading_ends_what_it_contradicts_and_keeps_the_rest() {
    List<Known<String>> first = Known.revise(List.of(), List.of(OPEN), 3);
    List<Known<String>> second = Known.revise(first, List.of(ENDED, NEXT), 7);

    assertThat(first).containsExactly(new Known<>(OPEN, 3, Known.STILL));
    assertThat(second)
        .containsExactly(
            new Known<>(OPEN, 3, 7),
            new Known<>(ENDED, 7, Known.STILL),
            new Known<>(NEXT, 7, Known.STILL));
    assertThat(Known.revise(second, List.of(ENDED, NEXT), 8)).isEqualTo(second);
  }

  @Test
  void what_holds_again_is_known_anew() {
    List<Known<String>> known = Known.revise(List.of(), List.of(OPEN), 3);
    known = Known.revise(known, List.of(), 5);
    known = Known.revise(known, List.of(OPEN), 9);

    assertThat(known).containsExactly(new Known<>(OPEN, 3, 5), new Known<>(OPEN, 9, Known.STILL));
  }

  @Test
  void something_is_known_from_its_position_until_it_is_contradicted() {
    var known = new Known<>(OPEN, 3, 7);

    assertThat(List.of(known.at(2), known.at(3), known.at(6), known.at(7)))
        .containsExactly(false, true, true, false);
  }

  @Test
  void a_span_holds_on_its_first_day_and_not_on_its_last() {
    assertThat(List.of(ENDED.on(march(1)), ENDED.on(march(4)), ENDED.on(march(5))))
        .containsExactly(true, true, false);
    assertThatThrownBy(() -> new Dated<>("a", march(5), march(5)))
        .hasMessageContaining("holds on no day");
  }
}
