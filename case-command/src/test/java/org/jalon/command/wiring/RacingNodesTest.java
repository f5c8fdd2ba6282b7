package org.jalon.command.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.Fte;
import org.jalon.kernel.HouseholdId;
import org.jalon.kernel.Label;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jalon.kernel.command.AssignReferent;
import org.jalon.kernel.command.CloseCase;
import org.jalon.kernel.command.Command;
import org.jalon.kernel.command.CreateTeam;
import org.jalon.kernel.command.CreateTerritory;
import org.jalon.kernel.command.FillPost;
import org.jalon.kernel.command.OpenCase;
import org.jalon.kernel.command.OpenPost;
import org.jalon.kernel.event.ClosureReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes that remember what they read race for the same referent. */
class RacingNodesTest {

  private static final int NODES = 2;
  private static final int RACERS = 40;
  private static final int CEILING_OF_0_4 = 10;
  private static final int ROUNDS = 3;
  private static final int REPEATS = 5;

  private static final ProfessionalId ANA = new ProfessionalId("ana");
  private static final Fte FTE = new Fte(new BigDecimal("0.4"));

  private final Nodes nodes = new Nodes(NODES, 1 << 20);

  @BeforeEach
  void ana_is_in_post() throws Exception {
    var territory = new TerritoryId("north");
    var team = new TeamId("harbour");
    var post = new PostId("p1");
    accepted(0, new CreateTerritory(territory, new Label("North")));
    accepted(1, new CreateTeam(team, territory, new Label("Harbour")));
    accepted(0, new OpenPost(post, team, new ProfessionId("AS"), FTE));
    accepted(1, new FillPost(post, ANA, FTE, null));
  }

  @AfterEach
  void close() {
    nodes.close();
  }

  @Test
  void every_round_ends_exactly_at_the_ceiling_whoever_remembers_what() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      List<CaseId> cases = opened(round);

      List<Outcome> outcomes = racing(cases);

      List<CaseId> won = new ArrayList<>();
      for (int i = 0; i < RACERS; i++) {
        if (outcomes.get(i) instanceof Outcome.Accepted) {
          won.add(cases.get(i));
        }
      }
      assertThat(won).as("round %d", round).hasSize(CEILING_OF_0_4);
      for (int i = 0; i < won.size(); i++) {
        accepted(i % NODES, new CloseCase(won.get(i), ClosureReason.MOVED_AWAY, null));
      }
    }
    for (int node = 0; node < NODES; node++) {
      assertThat(nodes.get(node).cache().figures().hits()).as("node %d", node).isPositive();
    }
  }

  private List<CaseId> opened(int round) throws Exception {
    List<CaseId> cases = new ArrayList<>();
    for (int i = 0; i < RACERS; i++) {
      var id = new CaseId("c%d-%d".formatted(round, i));
      var household = new HouseholdId("h" + id);
      accepted(i % NODES, new OpenCase(id, household, new ProgrammeId("polyvalence"), null));
      cases.add(id);
    }
    return cases;
  }

  private List<Outcome> racing(List<CaseId> cases) throws Exception {
    var start = new CyclicBarrier(RACERS);
    List<Callable<Outcome>> racers = new ArrayList<>();
    for (int i = 0; i < RACERS; i++) {
      int node = i % NODES;
      var command = new AssignReferent(cases.get(i), ANA, null);
      racers.add(
          () -> {
            start.await(20, TimeUnit.SECONDS);
            return decided(node, command);
          });
    }
    List<Outcome> outcomes = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Outcome> future : threads.invokeAll(racers, 2, TimeUnit.MINUTES)) {
        outcomes.add(future.get());
      }
    }
    return outcomes;
  }

  private void accepted(int node, Command command) throws InterruptedException {
    assertThat(decided(node, command)).isInstanceOf(Outcome.Accepted.class);
  }

  /** Repeats a race that was lost to the end, as a client may. */
  private Outcome decided(int node, Command command) throws InterruptedException {
    for (int repeat = 0; ; repeat++) {
      try {
        return nodes.get(node).decide(command);
      } catch (LostRace e) {
        assertThat(repeat).as("lost again and again").isLessThan(REPEATS);
      }
    }
  }
}
