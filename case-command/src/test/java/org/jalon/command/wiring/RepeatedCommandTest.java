package org.jalon.command.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jalon.command.decision.CommonRule;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.HouseholdId;
import org.jalon.kernel.Label;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TerritoryId;
import org.jalon.kernel.command.CloseCase;
import org.jalon.kernel.command.CreateTerritory;
import org.jalon.kernel.command.EntryPosition;
import org.jalon.kernel.command.OpenCase;
import org.jalon.kernel.command.RectifyEntry;
import org.jalon.kernel.event.ClosureReason;
import org.junit.jupiter.api.Test;

/** A command id is answered once and for all, wherever and however long after it is repeated. */
class RepeatedCommandTest {

  private static final int OTHERS = 10_000;
  private static final int AT_ONCE = 200;

  private static final UUID OPENING = UUID.randomUUID();
  private static final CaseId CASE = new CaseId("c1");
  private static final OpenCase OPEN =
      new OpenCase(CASE, new HouseholdId("h1"), new ProgrammeId("polyvalence"), null);
  private static final String BODY = "the body as it was sent";

  @Test
  void it_answers_what_was_recorded_from_another_node_and_after_ten_thousand_others()
      throws Exception {
    try (var nodes = new Nodes(2, 1 << 20)) {
      Outcome first = nodes.get(0).decide(OPEN, OPENING, BODY);
      assertThat(first).isInstanceOf(Outcome.Accepted.class);
      assertThat(nodes.get(1).decide(OPEN, OPENING, BODY)).isEqualTo(first);

      tenThousandOthers(nodes);
      var closing = new CloseCase(CASE, ClosureReason.MOVED_AWAY, null);
      assertThat(nodes.get(0).decide(closing)).isInstanceOf(Outcome.Accepted.class);
      long head = nodes.get(0).ledger().head().position();

      assertThat(head).isGreaterThan(OTHERS);
      for (int node = 0; node < 2; node++) {
        assertThat(nodes.get(node).decide(OPEN, OPENING, BODY)).isEqualTo(first);
        assertThat(nodes.get(node).decide(OPEN, OPENING, "another body"))
            .isInstanceOfSatisfying(
                Outcome.Refused.class,
                refused ->
                    assertThat(refused.decision().code()).isEqualTo(CommonRule.COMMAND_ID_REUSED));
        assertThat(nodes.get(node).decide(closing, OPENING, BODY))
            .isInstanceOfSatisfying(
                Outcome.Refused.class,
                refused ->
                    assertThat(refused.decision().code()).isEqualTo(CommonRule.COMMAND_ID_REUSED));
      }
      assertThat(nodes.get(1).ledger().head().position()).as("nothing more").isEqualTo(head);
    }
  }

  @Test
  void a_refusal_that_rests_on_the_command_id_alone_is_an_answer_each_time() throws Exception {
    try (var nodes = new Nodes(1, 1 << 20)) {
      var rectification =
          new RectifyEntry(
              new EntryPosition(LedgerId.MAIN, 999),
              RectifyEntry.Action.ANNUL,
              null,
              new Narrative.Written("never was"));
      for (int i = 0; i < 2; i++) {
        assertThat(nodes.get(0).decide(rectification, OPENING, BODY))
            .isInstanceOfSatisfying(
                Outcome.Refused.class,
                refused ->
                    assertThat(refused.decision().code()).isEqualTo(CommonRule.ENTRY_UNKNOWN));
      }
    }
  }

  private static void tenThousandOthers(Nodes nodes) throws Exception {
    var room = new Semaphore(AT_ONCE);
    List<Callable<Outcome>> others = new ArrayList<>();
    for (int i = 0; i < OTHERS; i++) {
      var node = nodes.get(i % 2);
      var command = new CreateTerritory(new TerritoryId("t" + i), new Label("Territory " + i));
      others.add(
          () -> {
            room.acquire();
            try {
              return node.decide(command);
            } finally {
              room.release();
            }
          });
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Outcome> other : threads.invokeAll(others, 3, TimeUnit.MINUTES)) {
        assertThat(other.get()).isInstanceOf(Outcome.Accepted.class);
      }
    }
  }
}
