package org.jalon.benchmark;

import java.util.List;
import org.jalon.command.wiring.Decisions;
import org.jalon.command.wiring.Outcome;
import org.jalon.command.wiring.Request;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.command.AssignReferent;
import org.jalon.kernel.command.CloseCase;
import org.jalon.kernel.event.ClosureReason;

/**
 * AssignReferent, accepted and recorded, for referents who have ten years behind them: once by a
 * write side that has read nothing yet (cold; the server's own buffers are warm), once by one that
 * has decided about the referent before (cached), in turn. After each the case is closed, so that
 * the referent has room again; so their cases become more all the while. Closing is a decision on
 * one case: what it takes is the least that any takes here.
 */
final class ReferentOfTenYears implements Workload {

  private static final int TAGS = 3;

  private final Extent extent;
  private final int[] spareUsed;
  private Latencies closings = new Latencies();

  ReferentOfTenYears(Extent extent) {
    this.extent = extent;
    spareUsed = new int[extent.referents()];
  }

  @Override
  public List<Result> run(Site site) throws Exception {
    new Seeding(site.ledger().engine()).record(TenYears.of(extent));
    site.settle();
    Decisions lasting = site.writeSide();
    measure(site, lasting, 0, extent.warmUps(), new Latencies(), new Latencies());
    measure(site, lasting, extent.half(), extent.half(), new Latencies(), new Latencies());
    var cold = new Latencies();
    var cached = new Latencies();
    closings = new Latencies();
    measure(site, lasting, extent.half(), extent.decisions(), cold, cached);
    return List.of(
        result("decision, ten years, cold", cold),
        result("the same, cached", cached),
        result("closing of a case, for comparison", closings));
  }

  private void measure(
      Site site, Decisions lasting, int first, int decisions, Latencies cold, Latencies cached)
      throws InterruptedException {
    for (int i = 0; i < decisions; i++) {
      assign(site.writeSide(), first + i % extent.half(), cold);
      assign(lasting, first + i % extent.half(), cached);
    }
  }

  private void assign(Decisions decisions, int referent, Latencies latencies)
      throws InterruptedException {
    CaseId id = TenYears.spare(referent, spareUsed[referent]++);
    Request<?> assignment =
        Commands.today(new AssignReferent(id, TenYears.referent(referent), null));
    long start = System.nanoTime();
    Outcome outcome = decisions.decide(assignment);
    latencies.add(System.nanoTime() - start);
    requireAccepted(outcome);
    Request<?> closing = Commands.today(new CloseCase(id, ClosureReason.REQUEST_ANSWERED, null));
    long between = System.nanoTime();
    Outcome closed = decisions.decide(closing);
    closings.add(System.nanoTime() - between);
    requireAccepted(closed);
  }

  private static void requireAccepted(Outcome outcome) {
    if (!(outcome instanceof Outcome.Accepted)) {
      throw new IllegalStateException("this should have been accepted: " + outcome);
    }
  }

  private static Result result(String workload, Latencies latencies) {
    return new Result(
        "jalon",
        workload,
        1,
        1,
        TAGS,
        latencies.perSecond(),
        latencies.millis(0.5),
        latencies.millis(0.99),
        latencies.size());
  }
}
