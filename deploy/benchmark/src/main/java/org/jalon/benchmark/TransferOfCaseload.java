package org.jalon.benchmark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jalon.command.decision.Draft;
import org.jalon.command.wiring.Outcome;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveOn;
import org.jalon.kernel.Fte;
import org.jalon.kernel.HouseholdId;
import org.jalon.kernel.Label;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jalon.kernel.command.TransferCaseload;
import org.jalon.kernel.command.TransferCaseload.Handed;
import org.jalon.kernel.event.AccompanimentStarted;
import org.jalon.kernel.event.CaseClosed;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.event.ClosureReason;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.PostFilled;
import org.jalon.kernel.event.PostOpened;
import org.jalon.kernel.event.ProgrammeDefined;
import org.jalon.kernel.event.ReferentAssigned;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.kernel.event.TerritoryCreated;

/**
 * TransferCaseload of very many cases at once, 20 to each receiver, who has as many closed cases
 * behind them twice over; accepted and recorded by a write side that has read nothing yet.
 */
final class TransferOfCaseload implements Workload {

  private static final int EACH = 20;
  private static final int TAGS = 4;
  private static final LocalDate BEFORE = TenYears.TODAY.minusYears(3);
  private static final TeamId TEAM = new TeamId("transfer-team");

  private final int cases;
  private final int transfers;
  private final List<Draft> drafts = new ArrayList<>();

  /**
   * @param cases of each transfer, a multiple of 20
   * @param transfers measured, each from another referent to other receivers
   */
  TransferOfCaseload(int cases, int transfers) {
    this.cases = cases;
    this.transfers = transfers;
  }

  @Override
  public List<Result> run(Site site) throws Exception {
    var territory = new TerritoryId("transfer-territory");
    at(new TerritoryCreated(territory, new Label("Transfers")));
    at(new TeamCreated(TEAM, territory, new Label("Transfers")));
    IntStream.rangeClosed(0, transfers).forEach(this::seed);
    new Seeding(site.ledger().engine()).record(drafts);
    site.settle();
    var latencies = new Latencies();
    transfer(site, 0, new Latencies());
    for (int n = 1; n <= transfers; n++) {
      transfer(site, n, latencies);
    }
    return List.of(
        new Result(
            "jalon",
            "transfer of %d cases".formatted(cases),
            1,
            cases,
            TAGS,
            latencies.perSecond(),
            latencies.millis(0.5),
            latencies.millis(0.99),
            latencies.size()));
  }

  private void transfer(Site site, int n, Latencies latencies) throws InterruptedException {
    List<Handed> handed =
        IntStream.range(0, cases)
            .mapToObj(i -> new Handed(open(n, i), receiver(n, i / EACH)))
            .toList();
    var request = Commands.today(new TransferCaseload(leaver(n), handed, null));
    var decisions = site.writeSide();
    long start = System.nanoTime();
    Outcome outcome = decisions.decide(request);
    latencies.add(System.nanoTime() - start);
    if (!(outcome instanceof Outcome.Accepted accepted) || accepted.facts().size() != cases) {
      throw new IllegalStateException("this should have been accepted: " + outcome);
    }
  }

  private void seed(int n) {
    hold(leaver(n));
    for (int i = 0; i < cases; i++) {
      life(open(n, i), leaver(n));
    }
    for (int receiver = 0; receiver < cases / EACH; receiver++) {
      hold(receiver(n, receiver));
      for (int i = 0; i < 2 * EACH; i++) {
        var id = new CaseId("transfer-past-%d-%d-%d".formatted(n, receiver, i));
        life(id, receiver(n, receiver));
        at(new CaseClosed(id, ClosureReason.NOT_STATED, null));
      }
    }
  }

  private void hold(ProfessionalId who) {
    var post = new PostId("post-of-" + who);
    at(new PostOpened(post, TEAM, new ProfessionId("AS"), Fte.ONE));
    at(new PostFilled(post, who, Fte.ONE, null));
  }

  private void life(CaseId id, ProfessionalId referent) {
    at(
        new CaseOpened(
            id, new HouseholdId("h-" + id), ProgrammeDefined.POLYVALENCE.programmeId(), TEAM));
    at(new ReferentAssigned(id, referent));
    at(new AccompanimentStarted(id, false));
  }

  private void at(Event event) {
    drafts.add(new Draft(event, EffectiveOn.day(BEFORE), UUID.randomUUID()));
  }

  private static CaseId open(int n, int number) {
    return new CaseId("transfer-%d-%d".formatted(n, number));
  }

  private static ProfessionalId leaver(int n) {
    return new ProfessionalId("leaver-" + n);
  }

  private static ProfessionalId receiver(int n, int number) {
    return new ProfessionalId("receiver-%d-%d".formatted(n, number));
  }
}
