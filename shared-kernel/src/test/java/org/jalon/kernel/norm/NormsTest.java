package org.jalon.kernel.norm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Norm;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jalon.kernel.event.NormAdopted;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Each value from the most specific norm that states it: programme, team, territory, profession.
 */
class NormsTest {

  private static final EffectiveDay MARCH = EffectiveDay.of(2026, 3, 1);
  private static final EffectiveDay APRIL = EffectiveDay.of(2026, 4, 1);
  private static final EffectiveDay MAY = EffectiveDay.of(2026, 5, 1);

  private static final NormScope HERE = scope(15);

  @Test
  void nothing_adopted_is_as_shipped() {
    assertThat(Norms.SHIPPED.inForce(HERE, MARCH)).isEqualTo(new Norm(20, 22, 25));
  }

  @Test
  void a_norm_is_in_force_from_its_day_on() {
    Norms norms = norms(ceiling(1, APRIL, scope(0), 30));

    assertThat(norms.inForce(HERE, MARCH).ceiling()).isEqualTo(25);
    assertThat(norms.inForce(HERE, APRIL).ceiling()).isEqualTo(30);
    assertThat(norms.inForce(HERE, MAY).ceiling()).isEqualTo(30);
  }

  @Test
  void of_any_two_scopes_the_one_with_the_first_stated_dimension_wins() {
    for (int one = 0; one < 16; one++) {
      for (int other = 0; other < 16; other++) {
        Norms norms = norms(ceiling(1, MARCH, scope(one), 31), ceiling(2, MARCH, scope(other), 32));
        int expected = one > other ? 31 : 32;
        assertThat(norms.inForce(HERE, MARCH).ceiling())
            .as("%s against %s", scope(one), scope(other))
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void of_any_set_of_scopes_the_most_specific_wins_however_they_came() {
    var random = new Random(11);
    for (int round = 0; round < 2000; round++) {
      List<Fact> facts = new ArrayList<>();
      List<Integer> weights = new ArrayList<>();
      for (int weight = 0; weight < 16; weight++) {
        if (random.nextBoolean()) {
          weights.add(weight);
        }
      }
      Collections.shuffle(weights, random);
      for (int weight : weights) {
        EffectiveDay day = random.nextBoolean() ? MARCH : APRIL;
        facts.add(ceiling(facts.size() + 1, day, scope(weight), 100 + weight));
      }
      int expected =
          weights.stream().max(Comparator.naturalOrder()).map(weight -> 100 + weight).orElse(25);
      assertThat(norms(facts.toArray(Fact[]::new)).inForce(HERE, APRIL).ceiling())
          .isEqualTo(expected);
    }
  }

  @Test
  void of_equals_the_latest_day_wins_then_the_latest_recorded() {
    assertThat(
            norms(ceiling(1, APRIL, scope(4), 31), ceiling(2, MARCH, scope(4), 32))
                .inForce(HERE, MAY)
                .ceiling())
        .isEqualTo(31);
    assertThat(
            norms(ceiling(1, MARCH, scope(4), 31), ceiling(2, MARCH, scope(4), 32))
                .inForce(HERE, MAY)
                .ceiling())
        .isEqualTo(32);
  }

  @Test
  void a_norm_of_later_is_no_tie_yet() {
    Norms norms = norms(ceiling(1, MARCH, scope(4), 31), ceiling(2, MAY, scope(4), 32));

    assertThat(norms.inForce(HERE, APRIL).ceiling()).isEqualTo(31);
    assertThat(norms.inForce(HERE, MAY).ceiling()).isEqualTo(32);
  }

  @Test
  void each_value_comes_from_where_it_is_stated() {
    Norms norms =
        norms(
            adopted(1, MARCH, scope(8), null, null, 40),
            adopted(2, MARCH, scope(4), null, 33, 41),
            adopted(3, MARCH, scope(1), 15, 34, 42),
            adopted(4, MARCH, scope(0), 16, 35, 43));

    assertThat(norms.inForce(HERE, MARCH)).isEqualTo(new Norm(15, 33, 40));
  }

  @Test
  void a_norm_without_a_value_does_not_hide_the_one_before_it() {
    Norms norms =
        norms(adopted(1, MARCH, scope(4), 15, 18, 30), adopted(2, APRIL, scope(4), null, 19, null));

    assertThat(norms.inForce(HERE, APRIL)).isEqualTo(new Norm(15, 19, 30));
  }

  @Test
  void what_is_stated_must_fit_the_place_whole() {
    NormScope elsewhere =
        new NormScope(
            new ProgrammeId("p-2"), new TeamId("t-2"), new TerritoryId("s"), new ProfessionId("X"));
    for (int weight = 1; weight < 16; weight++) {
      Norms norms = norms(ceiling(1, MARCH, scope(weight), 30));
      assertThat(norms.inForce(elsewhere, MARCH).ceiling()).isEqualTo(25);
      for (int known = 0; known < 16; known++) {
        boolean fits = (weight & known) == weight;
        assertThat(norms.inForce(scope(known), MARCH).ceiling())
            .as("a norm for %s at %s", scope(weight), scope(known))
            .isEqualTo(fits ? 30 : 25);
      }
    }
  }

  @Test
  void norms_say_on_which_days_they_change_and_whether_territories_matter() {
    Norms norms = norms(ceiling(1, MARCH, scope(8), 30), ceiling(2, MAY, scope(1), 30));

    assertThat(norms.changes()).containsExactlyInAnyOrder(MARCH, MAY);
    assertThat(norms.nameTerritories()).isFalse();
    assertThat(norms(ceiling(1, MARCH, scope(2), 30)).nameTerritories()).isTrue();
  }

  /**
   * A scope by its weight: 8 states the programme, 4 the team, 2 the territory, 1 the profession.
   */
  private static NormScope scope(int weight) {
    return new NormScope(
        (weight & 8) == 0 ? null : new ProgrammeId("p-1"),
        (weight & 4) == 0 ? null : new TeamId("t-1"),
        (weight & 2) == 0 ? null : new TerritoryId("n"),
        (weight & 1) == 0 ? null : new ProfessionId("AS"));
  }

  private static Fact ceiling(long position, EffectiveDay day, NormScope scope, int ceiling) {
    return adopted(position, day, scope, null, null, ceiling);
  }

  private static Fact adopted(
      long position,
      EffectiveDay day,
      NormScope scope,
      @Nullable Integer standard,
      @Nullable Integer alert,
      @Nullable Integer ceiling) {
    return new Fact(
        position,
        day,
        new UUID(0, position),
        new NormAdopted(scope, standard, alert, ceiling, List.of()));
  }

  private static Norms norms(Fact... facts) {
    return Timeline.of(List.of(facts)).fold(Norms.SHIPPED, Norms::evolve);
  }
}
