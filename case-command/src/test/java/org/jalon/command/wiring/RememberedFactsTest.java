package org.jalon.command.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Tag;
import org.jalon.command.state.CaseLife;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.HouseholdId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.command.ProposeAccompaniment;
import org.jalon.kernel.event.AdhesionGiven;
import org.jalon.kernel.event.CaseClosed;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.event.ClosureReason;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.ReferentAssigned;
import org.jalon.kernel.timeline.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is remembered, a decision reads what it would read without. */
class RememberedFactsTest {

  private static final int CASES = 6;
  private static final int STEPS = 120;
  private static final long ROOMY = 1 << 20;

  @ParameterizedTest
  @ValueSource(longs = {ROOMY, 12_000, 0})
  void two_nodes_read_the_same_facts_with_a_cache_and_without(long bytes) throws Exception {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    try (var nodes = new Nodes(2, bytes)) {
      for (int step = 0; step < STEPS; step++) {
        if (random.nextInt(3) > 0) {
          nodes.get(random.nextInt(2)).record(facts(random));
        }
        var reader = nodes.get(random.nextInt(2));
        Boundary boundary = boundary(random);

        assertThat(reader.read(boundary))
            .as("seed %d, step %d, %s", seed, step, boundary)
            .isEqualTo(reader.readAfresh(boundary));
        assertThat(reader.cache().figures().bytes()).isLessThanOrEqualTo(bytes);
      }
      if (bytes == ROOMY) {
        assertThat(nodes.get(0).cache().figures().hits()).isPositive();
        assertThat(nodes.get(1).cache().figures().hits()).isPositive();
      }
    }
  }

  @Test
  void what_another_node_records_is_read_at_once() throws Exception {
    try (var nodes = new Nodes(2, ROOMY)) {
      Boundary boundary = CaseLife.lifeOf(id(1));
      assertThat(nodes.get(0).read(boundary)).isEmpty();

      nodes.get(1).record(List.of(opened(1)));

      assertThat(nodes.get(0).read(boundary)).hasSize(1);
      assertThat(nodes.get(0).cache().figures().hits()).isEqualTo(1);
    }
  }

  @Test
  void what_a_later_decision_remembered_is_not_mixed_with_what_is_read_up_to_an_earlier_moment()
      throws Exception {
    try (var nodes = new Nodes(1, ROOMY)) {
      var node = nodes.get(0);
      Boundary kept = CaseLife.lifeOf(id(1));
      Boundary both = kept.and(CaseLife.lifeOf(id(2)));
      node.record(List.of(opened(1), opened(2)));
      Set<Fact> then = node.readAfresh(both);

      Set<Fact> read =
          node.read(
              both,
              () -> {
                node.record(List.of(closed(1), closed(2)));
                return node.read(kept);
              });

      assertThat(read).hasSize(2).isEqualTo(then);
      assertThat(node.read(both)).hasSize(4).isEqualTo(node.readAfresh(both));
    }
  }

  @Test
  void after_a_fork_nothing_of_the_lost_history_is_believed() throws Exception {
    try (var nodes = new Nodes(2, ROOMY)) {
      var node = nodes.get(0);
      Boundary boundary = CaseLife.lifeOf(id(1)).and(CaseLife.lifeOf(id(2)));
      node.record(List.of(opened(1)));
      node.record(List.of(new AdhesionGiven(id(1)), opened(2)));
      assertThat(node.read(boundary)).hasSize(3);

      nodes.loseAfter(1);
      assertThatIsToBeReadAgain(node, boundary);
      assertThat(node.read(boundary)).hasSize(1).isEqualTo(node.readAfresh(boundary));

      node.record(List.of(opened(2)));
      assertThat(node.read(boundary)).hasSize(2);
      nodes.loseAfter(1);
      nodes.get(1).record(List.of(new AdhesionGiven(id(1)), new AdhesionGiven(id(2))));
      assertThatIsToBeReadAgain(node, boundary);
      assertThat(node.read(boundary)).hasSize(3).isEqualTo(node.readAfresh(boundary));
    }
  }

  @Test
  void a_decision_after_a_fork_rests_on_the_history_that_is_there() throws Exception {
    try (var nodes = new Nodes(1, ROOMY)) {
      var node = nodes.get(0);
      node.record(List.of(opened(1)));
      node.record(List.of(closed(1)));
      assertThat(node.decide(new ProposeAccompaniment(id(1)))).isInstanceOf(Outcome.Refused.class);

      nodes.loseAfter(1);
      node.record(List.of(opened(2)));

      assertThat(node.decide(new ProposeAccompaniment(id(1)))).isInstanceOf(Outcome.Accepted.class);
    }
  }

  @Test
  void answers_to_commands_are_never_remembered() throws Exception {
    try (var nodes = new Nodes(1, ROOMY)) {
      var command = new UUID(7, 7);

      nodes.get(0).read(Boundary.all(Tag.command(command)));

      assertThat(nodes.get(0).cache().figures()).isEqualTo(new DecisionCache.Figures(0, 0, 0, 0));
    }
  }

  private static void assertThatIsToBeReadAgain(Nodes.Node node, Boundary boundary) {
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> node.read(boundary))
        .havingCause()
        .isInstanceOf(AppendEventsTransactionRejectedException.class)
        .withMessageContaining("history");
    assertThat(node.cache().figures().criteria()).isZero();
  }

  private static List<Event> facts(Random random) {
    List<Event> facts = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      int number = random.nextInt(CASES);
      facts.add(
          switch (random.nextInt(4)) {
            case 0 -> opened(number);
            case 1 -> new AdhesionGiven(id(number));
            case 2 -> new ReferentAssigned(id(number), referent(random));
            default -> closed(number);
          });
    }
    return facts;
  }

  private static Boundary boundary(Random random) {
    return Stream.generate(() -> criterion(random))
        .limit(1 + random.nextInt(5))
        .reduce(Boundary.EMPTY, Boundary::and);
  }

  private static Boundary criterion(Random random) {
    CaseId id = id(random.nextInt(CASES));
    return switch (random.nextInt(5)) {
      case 0 -> CaseLife.lifeOf(id);
      case 1 -> CaseLife.opennessOf(id);
      case 2 -> Boundary.all(Tag.of(id));
      case 3 ->
          Boundary.only(Set.of(ReferentAssigned.class), Tag.of(id), Tag.referent(referent(random)));
      default -> Boundary.only(Set.of(ReferentAssigned.class), Tag.referent(referent(random)));
    };
  }

  private static CaseOpened opened(int number) {
    return new CaseOpened(
        id(number), new HouseholdId("h" + number), new ProgrammeId("polyvalence"), null);
  }

  private static CaseClosed closed(int number) {
    return new CaseClosed(id(number), ClosureReason.MOVED_AWAY, null);
  }

  private static CaseId id(int number) {
    return new CaseId("c" + number);
  }

  private static ProfessionalId referent(Random random) {
    return new ProfessionalId("r" + random.nextInt(2));
  }
}
