package org.jalon.command.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.CommandHandler;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.jalon.command.ledger.LedgerException;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.command.ProposeAccompaniment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** All attempts at a command share one deadline. */
class DecisionDeadlineTest {

  @Test
  void an_attempt_after_lost_races_is_waited_for_no_longer_than_what_is_left() throws Exception {
    try (var nodes = new Nodes(1, 0)) {
      var node = nodes.get(0);
      var keys = nodes.keys();
      var entries = new Entries(node.ledger(), WriteSide.format(node.ledger().id(), keys));
      var facts = new CaseFacts(node.ledger().engine());
      var redactions = new Redactions(node.ledger(), keys, facts, entries);
      var bus = new LosingBus();
      var decisions = new Decisions(bus, node.ledger(), redactions);
      var command = new ProposeAccompaniment(new CaseId("c"));
      var kind = CommandCatalog.named("ProposeAccompaniment").orElseThrow();

      assertThatExceptionOfType(LedgerException.OutcomeUnknown.class)
          .isThrownBy(
              () ->
                  decisions.decide(
                      Nodes.Node.request(kind, command, UUID.randomUUID(), "proposed")));

      assertThat(bus.waits).hasSize(3).isSortedAccordingTo((one, next) -> next.compareTo(one));
      assertThat(bus.waits).doesNotHaveDuplicates();
    }
  }

  /** Loses two races, and answers no more. */
  private static final class LosingBus implements CommandBus {

    private final List<Long> waits = new ArrayList<>();

    @Override
    public CompletableFuture<CommandResultMessage> dispatch(
        CommandMessage command, @Nullable ProcessingContext context) {
      return new CompletableFuture<>() {
        @Override
        public CommandResultMessage get(long timeout, TimeUnit unit)
            throws ExecutionException, TimeoutException {
          waits.add(unit.toNanos(timeout));
          if (waits.size() > 2) {
            throw new TimeoutException();
          }
          throw new ExecutionException(new AppendEventsTransactionRejectedException("lost"));
        }
      };
    }

    @Override
    public CommandBus subscribe(QualifiedName name, CommandHandler handler) {
      return this;
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {}
  }
}
