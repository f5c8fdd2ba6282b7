package org.jalon.command.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jalon.command.ledger.LedgerOptions;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.event.AdhesionGiven;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class LedgerHealthTest {

  private static final AdhesionGiven FACT = new AdhesionGiven(new CaseId("c"));

  @Test
  void a_ledger_that_works_tells_where_it_ends_and_what_waits() throws Exception {
    try (var open = new OpenLedger(LedgerOptions.defaults())) {
      open.record(FACT, FACT);

      var health = new LedgerHealth(open.ledger(), Optional::empty).health();

      assertThat(health.getStatus()).isEqualTo(Status.UP);
      assertThat(health.getDetails()).isEqualTo(Map.of("position", 2L, "waiting", 0));
    }
  }

  @Test
  void a_ledger_whose_writer_died_is_down() {
    LedgerOptions dying =
        LedgerOptions.defaults()
            .withClock(
                () -> {
                  throw new StackOverflowError("a writer without room");
                });
    try (var open = new OpenLedger(dying)) {
      assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> open.record(FACT));
      await()
          .atMost(Duration.ofSeconds(5))
          .until(
              () ->
                  new LedgerHealth(open.ledger(), Optional::empty)
                      .health()
                      .getStatus()
                      .equals(Status.DOWN));

      assertThat(new LedgerHealth(open.ledger(), Optional::empty).health().getDetails())
          .isEqualTo(Map.of("reason", "the ledger stopped in this process; restart it"));
    }
  }

  @Test
  void a_ledger_whose_history_is_not_the_one_signed_is_down() {
    try (var open = new OpenLedger(LedgerOptions.defaults())) {
      var health = new LedgerHealth(open.ledger(), () -> Optional.of("HISTORY_FORKED: why"));

      assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
      assertThat(health.health().getDetails()).isEqualTo(Map.of("reason", "HISTORY_FORKED: why"));
    }
  }

  @Test
  void a_ledger_without_its_database_is_down() {
    try (var open = new OpenLedger(LedgerOptions.defaults())) {
      open.cutOff();

      var health = new LedgerHealth(open.ledger(), Optional::empty).health();

      assertThat(health.getStatus()).isEqualTo(Status.DOWN);
      assertThat(health.getDetails())
          .isEqualTo(Map.of("reason", "the ledger's database cannot be asked"));
    }
  }
}
