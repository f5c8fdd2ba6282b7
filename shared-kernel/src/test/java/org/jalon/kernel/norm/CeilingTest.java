package org.jalon.kernel.norm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Fte;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.event.NormAdopted;
import org.jalon.kernel.timeline.Fact;
import org.junit.jupiter.api.Test;

/** Everybody may have 25 cases per FTE, in team t-1 from 1 March on 7. */
class CeilingTest {

  private static final EffectiveDay MARCH = EffectiveDay.of(2026, 3, 1);
  private static final NormScope TEAM = new NormScope(null, new TeamId("t-1"), null, null);
  private static final Norms NORMS =
      Norms.SHIPPED.evolve(
          new Fact(1, MARCH, new UUID(0, 1), new NormAdopted(TEAM, null, null, 7, List.of())));

  @Test
  void who_holds_nothing_may_have_none() {
    assertThat(may(MARCH)).isZero();
  }

  @Test
  void it_is_rounded_down() {
    assertThat(may(MARCH, elsewhere("1"))).isEqualTo(25);
    assertThat(may(MARCH, elsewhere("0.5"))).isEqualTo(12);
    assertThat(may(MARCH, elsewhere("0.1199"))).isEqualTo(2);
    assertThat(may(MARCH, elsewhere("0.12"))).isEqualTo(3);
  }

  @Test
  void any_working_time_is_enough_for_one() {
    assertThat(may(MARCH, elsewhere("0.0001"))).isEqualTo(1);
    assertThat(may(MARCH, elsewhere("0.0001"), elsewhere("0.0001"))).isEqualTo(1);
  }

  @Test
  void the_sum_is_rounded_not_its_parts_and_each_has_the_norm_of_its_place() {
    assertThat(may(MARCH, elsewhere("0.5"), elsewhere("0.5"))).isEqualTo(25);
    assertThat(may(MARCH, elsewhere("0.5"), in("0.5"))).isEqualTo(16);
    assertThat(may(MARCH, elsewhere("0.5"), in("0.49"))).isEqualTo(15);
  }

  @Test
  void the_norm_of_the_day_counts() {
    assertThat(may(EffectiveDay.of(2026, 2, 28), in("1"))).isEqualTo(25);
    assertThat(may(MARCH, in("1"))).isEqualTo(7);
  }

  private static int may(EffectiveDay day, Ceiling.Engaged... held) {
    return Ceiling.of(Stream.of(held).toList(), NORMS, day);
  }

  private static Ceiling.Engaged elsewhere(String fte) {
    return new Ceiling.Engaged(new Fte(new BigDecimal(fte)), NormScope.EVERYBODY);
  }

  private static Ceiling.Engaged in(String fte) {
    return new Ceiling.Engaged(new Fte(new BigDecimal(fte)), TEAM);
  }
}
