package org.jalon.command.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jalon.command.caseload.CaseloadRule;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Rule;
import org.jalon.command.ledger.ArchiveLedger;
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
import org.jalon.kernel.event.TerritoryCreated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in archived partitions is decided upon as what was recorded a moment ago. */
class ArchivedFactsTest {

  private static final int WIDTH = 1_000;
  private static final int OTHERS = 3_000;
  private static final int PER_BATCH = 100;
  private static final long CACHE = 1 << 20;

  private static final UUID OPENING = UUID.randomUUID();
  private static final UUID ASSIGNING = UUID.randomUUID();
  private static final String BODY = "the body as it was sent";
  private static final ProfessionalId ANA = new ProfessionalId("ana");
  private static final Fte ROOM_FOR_TWO = new Fte(new BigDecimal("0.08"));

  @TempDir Path directory;

  @Test
  void decisions_and_repeated_commands_are_right_on_a_node_that_knew_and_on_a_fresh_one()
      throws Exception {
    try (var nodes = new Nodes(0, CACHE)) {
      nodes.makePartitionsOf(WIDTH);
      Nodes.Node knowing = nodes.fresh(CACHE);
      anaIsReferentOfTwo(knowing);
      Outcome opened = knowing.decide(open("c1"), OPENING, BODY);
      Outcome assigned = knowing.decide(assign("c1"), ASSIGNING, BODY);
      accepted(knowing, open("c2"));
      accepted(knowing, assign("c2"));
      accepted(knowing, open("c3"));
      assertThat(assigned).isInstanceOf(Outcome.Accepted.class);
      manyOthers(knowing);

      assertThat(archive(nodes)).contains("3 partitions archived");

      Nodes.Node fresh = nodes.fresh(CACHE);
      long head = fresh.ledger().head().position();
      for (Nodes.Node node : List.of(fresh, knowing)) {
        assertThat(node.decide(open("c1"), OPENING, BODY)).isEqualTo(opened);
        assertThat(node.decide(assign("c1"), ASSIGNING, BODY)).isEqualTo(assigned);
        refused(node.decide(open("c1"), OPENING, "another body"), CommonRule.COMMAND_ID_REUSED);
        refused(node.decide(assign("c3"), ASSIGNING, "another body"), CommonRule.COMMAND_ID_REUSED);
        refused(node.decide(assign("c3")), CaseloadRule.CASELOAD_CEILING_REACHED);
      }
      assertThat(fresh.ledger().head().position()).as("nothing more").isEqualTo(head);

      accepted(fresh, new CloseCase(new CaseId("c1"), ClosureReason.MOVED_AWAY, null));
      accepted(knowing, assign("c3"));
      accepted(fresh, open("c4"));
      refused(fresh.decide(assign("c4")), CaseloadRule.CASELOAD_CEILING_REACHED);
      refused(knowing.decide(assign("c4")), CaseloadRule.CASELOAD_CEILING_REACHED);
      assertThat(fresh.ledger().audit().integrity(1, Long.MAX_VALUE).verified()).isTrue();
    }
  }

  private static void anaIsReferentOfTwo(Nodes.Node node) throws Exception {
    var territory = new TerritoryId("north");
    var team = new TeamId("harbour");
    var post = new PostId("p1");
    accepted(node, new CreateTerritory(territory, new Label("North")));
    accepted(node, new CreateTeam(team, territory, new Label("Harbour")));
    accepted(node, new OpenPost(post, team, new ProfessionId("AS"), ROOM_FOR_TWO));
    accepted(node, new FillPost(post, ANA, ROOM_FOR_TWO, null));
  }

  private static void manyOthers(Nodes.Node node) throws Exception {
    for (int i = 0; i < OTHERS; i += PER_BATCH) {
      node.record(
          IntStream.range(i, i + PER_BATCH)
              .mapToObj(
                  one ->
                      new TerritoryCreated(
                          new TerritoryId("t" + one), new Label("Territory " + one)))
              .toList());
    }
  }

  /** As an operator does it; returns what the command said. */
  private String archive(Nodes nodes) throws Exception {
    Path said = directory.resolve("said.txt");
    var command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ArchiveLedger.class.getName(),
                "--url",
                nodes.database().url(),
                "--user",
                nodes.database().user(),
                "--directory",
                directory.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    command.environment().put("JALON_DATABASE_PASSWORD", nodes.database().password());
    Process process = command.start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return Files.readString(said);
  }

  private static OpenCase open(String id) {
    return new OpenCase(
        new CaseId(id), new HouseholdId("h" + id), new ProgrammeId("polyvalence"), null);
  }

  private static AssignReferent assign(String id) {
    return new AssignReferent(new CaseId(id), ANA, null);
  }

  private static void accepted(Nodes.Node node, Command command) throws InterruptedException {
    assertThat(node.decide(command)).isInstanceOf(Outcome.Accepted.class);
  }

  private static void refused(Outcome outcome, Rule rule) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.decision().code()).isEqualTo(rule));
  }
}
