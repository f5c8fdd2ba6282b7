package org.jalon.command.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Condition;
import org.jalon.command.decision.Boundary.Criterion;
import org.jalon.command.decision.Tag;
import org.jalon.command.ledger.chain.Head;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.event.AdhesionGiven;
import org.jalon.kernel.timeline.Fact;
import org.junit.jupiter.api.Test;

class DecisionCacheTest {

  private static final Fact FACT =
      new Fact(
          1, EffectiveDay.of(2026, 1, 5), new UUID(0, 1), new AdhesionGiven(new CaseId("any")));

  @Test
  void what_was_used_last_stays_and_the_bound_holds() {
    var cache = new DecisionCache(1_000);
    for (int i = 0; i < 4; i++) {
      cache.keep(Map.of(criterion(i), remembered(1, 250)));
    }
    cache.recall(Set.of(criterion(0)));

    cache.keep(Map.of(criterion(4), remembered(1, 250)));

    assertThat(cache.recall(Set.of(criterion(0), criterion(1), criterion(4))))
        .containsOnlyKeys(criterion(0), criterion(4));
    assertThat(cache.figures()).isEqualTo(new DecisionCache.Figures(3, 1, 1_000, 4));
  }

  @Test
  void whatever_is_kept_in_whatever_order_the_bound_holds() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    var cache = new DecisionCache(5_000);
    for (int i = 0; i < 2_000; i++) {
      cache.keep(
          Map.of(
              criterion(random.nextInt(30)),
              remembered(random.nextInt(20), random.nextInt(1_400)),
              criterion(30 + random.nextInt(30)),
              remembered(random.nextInt(20), random.nextInt(1_400))));

      var figures = cache.figures();
      assertThat(figures.bytes()).as("seed %d", seed).isBetween(0L, 5_000L);
    }
    long held = cache.recall(all()).values().stream().mapToLong(Remembered::bytes).sum();
    assertThat(cache.figures().bytes()).as("seed %d", seed).isEqualTo(held).isPositive();
  }

  @Test
  void a_reading_of_more_than_a_quarter_does_not_drive_out_all_others() {
    var cache = new DecisionCache(1_000);
    cache.keep(Map.of(criterion(0), remembered(1, 250)));

    cache.keep(Map.of(criterion(1), remembered(1, 150), criterion(2), remembered(1, 150)));

    assertThat(cache.recall(all())).containsOnlyKeys(criterion(0));
  }

  @Test
  void what_reaches_further_is_not_replaced_by_what_does_not() {
    var cache = new DecisionCache(1_000);
    cache.keep(Map.of(criterion(0), remembered(8, 100)));

    cache.keep(Map.of(criterion(0), remembered(7, 200)));

    assertThat(cache.recall(Set.of(criterion(0))))
        .hasValueSatisfying(new Condition<>(it -> it.upTo().position() == 8, "reaches 8"));
    assertThat(cache.figures().bytes()).isEqualTo(100);
  }

  @Test
  void forgotten_is_forgotten() {
    var cache = new DecisionCache(1_000);
    cache.keep(Map.of(criterion(0), remembered(8, 100)));

    cache.forget();

    assertThat(cache.recall(all())).isEmpty();
    assertThat(cache.figures().bytes()).isZero();
  }

  @Test
  void a_cache_of_no_bytes_keeps_nothing_and_one_of_less_is_refused() {
    var cache = new DecisionCache(0);
    cache.keep(Map.of(criterion(0), remembered(8, 100)));

    assertThat(cache.recall(all())).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DecisionCache(-1))
        .withMessageContaining("0 turns it off");
  }

  private static Set<Criterion> all() {
    return IntStream.range(0, 60)
        .mapToObj(DecisionCacheTest::criterion)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Criterion criterion(int number) {
    return new Criterion(Set.of(), Set.of(Tag.of(new CaseId("c" + number))));
  }

  private static Remembered remembered(long position, long bytes) {
    return new Remembered(new Head(position, new byte[32], Instant.EPOCH), List.of(FACT), bytes);
  }
}
