package org.jalon.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jalon.command.ledger.Ledger;
import org.jalon.command.wiring.Request;

/** Ours, the floor and the others by turns on one server: appending, reading, deciding. */
final class Comparison implements Workload {

  private final Plan plan;
  private final NpmPackages packages;

  Comparison(Plan plan, NpmPackages packages) {
    this.plan = plan;
    this.packages = packages;
  }

  @Override
  public List<Result> run(Site site) throws Exception {
    List<Result> results = new ArrayList<>();
    try (var peers = Peers.of(site, packages)) {
      results.addAll(race(appends(site, peers)));
      results.addAll(race(replays(site)));
      results.addAll(race(decisions(site, peers.jpa())));
    }
    return results;
  }

  private List<Result> race(List<Race.Entry> entries) throws Exception {
    return new Race(entries, plan.rounds(), plan.spell()).run();
  }

  private List<Race.Entry> appends(Site site, Peers peers) throws Exception {
    Map<Integer, Ledger> byTags = new HashMap<>();
    List<Race.Entry> entries = new ArrayList<>();
    for (Shape shape : plan.appends()) {
      Ledger ledger = byTags.computeIfAbsent(shape.tags(), tags -> site.anotherLedger(name(tags)));
      entries.add(new Race.Entry(new JalonStore(ledger, "append"), shape));
    }
    Map<Integer, Store> floors = new HashMap<>();
    for (Shape shape : plan.floors()) {
      if (!floors.containsKey(shape.tags())) {
        var floor = new RawStore(site.peers(), "raw_" + shape.tags());
        floors.put(shape.tags(), floor.prepared());
      }
      entries.add(new Race.Entry(floors.get(shape.tags()), shape));
    }
    for (Shape shape : plan.peers()) {
      peers.all().forEach(peer -> entries.add(new Race.Entry(peer, shape)));
    }
    return entries;
  }

  private List<Race.Entry> replays(Site site) throws Exception {
    Ledger ledger = site.anotherLedger("replayed");
    new Filling(ledger, plan.replayed()).fill();
    site.settle(ledger.id());
    var one = new Shape(1, 1, 2);
    return List.of(
        new Race.Entry(new Replay(ledger, "replay"), one),
        new Race.Entry(new RawReplay(site.peers(), ledger.id().schema("ledger")), one));
  }

  private List<Race.Entry> decisions(Site site, AxonJpa jpa) throws Exception {
    Progress.say("seeding %d caseloads of ours".formatted(plan.ours().referents()));
    new Seeding(site.ledger().engine())
        .record(plan.ours().facts().stream().flatMap(List::stream).toList());
    site.makeSecrets(plan.ours().unassigned());
    site.settle();
    Progress.say("seeding %d caseloads of theirs".formatted(plan.theirs().referents()));
    var side = new JpaWriteSide(jpa, site.keys(), Set.of("AssignReferent"));
    side.seed(plan.theirs().facts());
    jpa.settle();
    List<Request<?>> requests = plan.ours().assignments();
    return List.of(
        atBest(Deciding.ours(site.writeSide(), requests), plan.deciding()),
        atBest(Deciding.onJpa(side, plan.theirs().assignments()), plan.jpaDeciding()));
  }

  private Race.Entry atBest(Deciding deciding, List<Integer> callers) throws Exception {
    deciding.run(new Shape(callers.getLast(), 1, 1), plan.compiling());
    return Race.Entry.atBest(deciding, new Shape(1, 1, 1), callers, plan.trial());
  }

  private static String name(int tags) {
    return "tags_" + tags;
  }
}
