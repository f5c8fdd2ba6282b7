package org.jalon.command.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jalon.command.Facts.CASE;
import static org.jalon.command.Facts.OTHER_CASE;

import java.util.Set;
import org.jalon.kernel.event.CaseClosed;
import org.jalon.kernel.event.CaseOpened;
import org.junit.jupiter.api.Test;

class BoundaryTest {

  private static final Boundary OPENING = Boundary.only(Set.of(CaseOpened.class), Tag.of(CASE));
  private static final Boundary LIFE =
      Boundary.only(Set.of(CaseOpened.class, CaseClosed.class), Tag.of(CASE));
  private static final Boundary ALL = Boundary.all(Tag.of(CASE));
  private static final Boundary OTHER = Boundary.only(Set.of(CaseOpened.class), Tag.of(OTHER_CASE));

  @Test
  void what_was_read_once_is_not_read_again_with_fewer_types() {
    assertThat(OPENING.and(OTHER).without(LIFE)).isEqualTo(OTHER);
    assertThat(OPENING.and(LIFE).and(ALL).without(ALL).isEmpty()).isTrue();
    assertThat(LIFE.without(LIFE).isEmpty()).isTrue();
  }

  @Test
  void what_was_read_with_fewer_types_is_read_again_with_more() {
    assertThat(LIFE.without(OPENING)).isEqualTo(LIFE);
    assertThat(ALL.without(LIFE)).isEqualTo(ALL);
  }

  @Test
  void more_tags_are_another_question() {
    Boundary narrower = Boundary.only(Set.of(CaseOpened.class), Tag.of(CASE), Tag.of(OTHER_CASE));
    assertThat(narrower.without(ALL)).isEqualTo(narrower);
    assertThat(ALL.without(narrower)).isEqualTo(ALL);
  }
}
