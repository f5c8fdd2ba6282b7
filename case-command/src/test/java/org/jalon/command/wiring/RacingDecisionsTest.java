package org.jalon.command.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.decision.Rights;
import org.jalon.command.ledger.Ledger;
import org.jalon.command.ledger.LedgerConnections;
import org.jalon.command.ledger.LedgerOptions;
import org.jalon.command.ledger.chain.Integrity;
import org.jalon.kernel.Actor;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.EffectiveOn;
import org.jalon.kernel.Fte;
import org.jalon.kernel.HouseholdId;
import org.jalon.kernel.Label;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jalon.kernel.command.AssignReferent;
import org.jalon.kernel.command.Command;
import org.jalon.kernel.command.CreateTeam;
import org.jalon.kernel.command.CreateTerritory;
import org.jalon.kernel.command.FillPost;
import org.jalon.kernel.command.OpenCase;
import org.jalon.kernel.command.OpenPost;
import org.jalon.kernel.schema.DatabaseAccess;
import org.jalon.kernel.schema.ModuleSchema;
import org.jalon.kernel.wire.MemoryKeys;
import org.jalon.postgres.ScratchDatabase;
import org.jalon.postgres.ScratchPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Decisions over a real ledger, racing for the same subject, without HTTP before them. */
class RacingDecisionsTest {

  private static final int RACERS = 200;
  private static final int CEILING_OF_0_8 = 20;
  private static final int REPEATS = 5;

  private static final LedgerId LEDGER = LedgerId.MAIN;
  private static final ModuleSchema SCHEMA = new ModuleSchema(LEDGER, "ledger");
  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
  private static final ProfessionalId ANA = new ProfessionalId("ana");
  private static final Fte FTE = new Fte(new BigDecimal("0.8"));

  private HikariDataSource pool;
  private Ledger ledger;
  private Decisions decisions;

  @BeforeEach
  void open() {
    ScratchDatabase database = ScratchPostgres.fresh();
    var access = new DatabaseAccess(database.url(), database.user(), database.password());
    SCHEMA.migrate(access.owner());
    pool = access.pool(SCHEMA, 12);
    LedgerConnections.driverProperties().forEach(pool::addDataSourceProperty);
    var keys = new MemoryKeys();
    ledger = Ledger.open(pool, LEDGER, WriteSide.format(LEDGER, keys), LedgerOptions.defaults());
    var cache = new DecisionCache(1 << 20);
    decisions = WriteSide.decisions(ledger, keys, Rights.LOCAL_TRUST, List.of(), cache);
  }

  @AfterEach
  void close() {
    ledger.close();
    pool.close();
  }

  @Test
  void two_hundred_racing_for_one_referent_of_0_8_end_exactly_at_twenty() throws Exception {
    var territory = new TerritoryId("north");
    var team = new TeamId("harbour");
    var post = new PostId("p1");
    accepted(new CreateTerritory(territory, new Label("North")));
    accepted(new CreateTeam(team, territory, new Label("Harbour")));
    accepted(new OpenPost(post, team, new ProfessionId("AS"), FTE));
    accepted(new FillPost(post, ANA, FTE, null));
    var programme = new ProgrammeId("polyvalence");
    for (int i = 0; i < RACERS; i++) {
      accepted(new OpenCase(new CaseId("c" + i), new HouseholdId("h" + i), programme, null));
    }
    long before = ledger.head().position();

    List<Outcome> outcomes = racing(i -> new AssignReferent(new CaseId("c" + i), ANA, null));

    assertThat(outcomes).filteredOn(Outcome.Accepted.class::isInstance).hasSize(CEILING_OF_0_8);
    assertThat(outcomes)
        .filteredOn(outcome -> !(outcome instanceof Outcome.Accepted))
        .hasSize(RACERS - CEILING_OF_0_8)
        .allSatisfy(
            outcome -> assertThat(rules(outcome)).containsExactly("CASELOAD_CEILING_REACHED"));
    assertThat(ledger.head().position()).isEqualTo(before + CEILING_OF_0_8);
    assertThat(ledger.read(before, RACERS)).extracting("name").containsOnly("ReferentAssigned");
    Integrity integrity = ledger.audit().integrity(1, ledger.head().position());
    assertThat(integrity.verified()).as(integrity.reason()).isTrue();
    assertThat(integrity.to()).isEqualTo(before + CEILING_OF_0_8);
  }

  private interface Racer {
    Command of(int number);
  }

  private List<Outcome> racing(Racer racer) throws Exception {
    var start = new CyclicBarrier(RACERS);
    List<Callable<Outcome>> racers =
        IntStream.range(0, RACERS)
            .<Callable<Outcome>>mapToObj(
                i ->
                    () -> {
                      start.await(20, TimeUnit.SECONDS);
                      return decided(racer.of(i));
                    })
            .toList();
    List<Outcome> outcomes = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Outcome> future : threads.invokeAll(racers, 2, TimeUnit.MINUTES)) {
        outcomes.add(future.get());
      }
    }
    return outcomes;
  }

  private void accepted(Command command) throws InterruptedException {
    assertThat(decided(command)).isInstanceOf(Outcome.Accepted.class);
  }

  /** Repeats a race that was lost to the end, as a client may. */
  private Outcome decided(Command command) throws InterruptedException {
    CommandKind<?> kind = CommandCatalog.named(command.getClass().getSimpleName()).orElseThrow();
    Request<?> request = request(kind, command);
    for (int repeat = 0; ; repeat++) {
      try {
        return decisions.decide(request);
      } catch (LostRace e) {
        assertThat(repeat).as("lost again and again").isLessThan(REPEATS);
      }
    }
  }

  private static <C> Request<C> request(CommandKind<C> kind, Command command) {
    UUID id = UUID.randomUUID();
    var intent =
        new Intent<>(
            kind.type().cast(command),
            id,
            Actor.LOCAL,
            EffectiveOn.day(DAY),
            new EffectiveDay(DAY),
            ZoneId.of("Europe/Paris"));
    return new Request<>(kind, intent, false, new byte[0], false, null, null);
  }

  private static List<String> rules(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome)
        .decision().refusals().stream().map(Refusal::rule).map(rule -> rule.name()).toList();
  }
}
