package org.jalon.command.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Draft;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Rounds;
import org.jalon.kernel.Actor;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.EffectiveOn;
import org.jalon.kernel.command.Command;
import org.jalon.kernel.timeline.Fact;
import org.junit.jupiter.api.Test;

/** Two commands that race on two nodes end as one of the two orders would. */
class RacingPairsTest {

  private static final int OF_EACH_MEETING = 12;
  private static final int AT_RANDOM = 120;
  private static final int ROOMY = 1 << 22;
  private static final LocalDate TODAY = Nodes.DAY.plusDays(10);

  /** Two commands that want the same, of one small world. */
  private record Pair(Command one, Command other) {}

  private static final List<Function<SmallWorld, Pair>> MEETINGS =
      List.of(
          world -> new Pair(world.assigning(), world.accepting()),
          world -> new Pair(world.transferring(), world.assigning()),
          world -> new Pair(world.closingBobs(), world.accepting()),
          world -> new Pair(world.closing(), world.transferring()),
          world -> {
            int index = world.anIndex();
            return new Pair(world.rectifying(index), world.rectifying(index));
          },
          world -> new Pair(world.reopening(), world.openingAgain()),
          world -> new Pair(world.changingTime(), world.filling()),
          world -> new Pair(world.vacating(), world.assigning()),
          world -> new Pair(world.adopting(), world.assigning()),
          world -> new Pair(world.rectifying(world.anIndex()), world.assigning()));

  /** How both ended: what was recorded in its order, and what was said to each. */
  private record Ending(List<Told> recorded, String toOne, String toOther) {}

  @Test
  void two_racing_commands_end_as_one_of_the_two_orders_would() throws Exception {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    int decided = 0;
    try (var nodes = new Nodes(2, ROOMY);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Function<SmallWorld, Pair>> pairs = new ArrayList<>();
      for (int i = 0; i < OF_EACH_MEETING; i++) {
        pairs.addAll(MEETINGS);
      }
      for (int i = 0; i < AT_RANDOM; i++) {
        pairs.add(world -> new Pair(world.any(), world.any()));
      }
      for (int i = 0; i < pairs.size(); i++) {
        var world = new SmallWorld("w" + i, random);
        long begin = nodes.get(0).ledger().head().position();
        nodes.get(i % 2).record(world.prepared());
        world.recorded(nodes.after(begin));
        Pair pair = pairs.get(i).apply(world);
        Request<?> one = request(pair.one(), random);
        Request<?> other = request(pair.other(), random);
        Ending oneFirst = inOrder(world.facts(), one, other);
        Ending back = inOrder(world.facts(), other, one);
        var otherFirst = new Ending(back.recorded(), back.toOther(), back.toOne());

        Ending raced = raced(nodes, threads, one, other);

        assertThat(raced).as("seed %d, pair %d: %s", seed, i, pair).isIn(oneFirst, otherFirst);
        decided += oneFirst.equals(otherFirst) ? 0 : 1;
      }
      assertThat(decided).as("pairs that end differently in either order").isGreaterThan(60);
      for (int node = 0; node < 2; node++) {
        assertThat(nodes.get(node).cache().figures().hits()).as("node %d", node).isPositive();
      }
    }
  }

  private static Ending raced(
      Nodes nodes, ExecutorService threads, Request<?> one, Request<?> other) throws Exception {
    long before = nodes.get(0).ledger().head().position();
    var start = new CyclicBarrier(2);
    Future<Outcome> first = threads.submit(racer(nodes.get(0), one, start));
    Future<Outcome> second = threads.submit(racer(nodes.get(1), other, start));
    String toOne = said(first.get(30, TimeUnit.SECONDS));
    String toOther = said(second.get(30, TimeUnit.SECONDS));
    return new Ending(told(nodes.after(before)), toOne, toOther);
  }

  private static Callable<Outcome> racer(Nodes.Node node, Request<?> request, CyclicBarrier start) {
    return () -> {
      start.await(20, TimeUnit.SECONDS);
      return node.decisions().decide(request);
    };
  }

  private static Ending inOrder(List<Fact> facts, Request<?> first, Request<?> second) {
    var known = new ArrayList<>(facts);
    String toFirst = decided(first, known);
    String toSecond = decided(second, known);
    return new Ending(told(known.subList(facts.size(), known.size())), toFirst, toSecond);
  }

  private static <C> String decided(Request<C> request, List<Fact> known) {
    List<Fact> before = List.copyOf(known);
    Decision decision =
        Rounds.decide(
            request.kind().decider(),
            request.intent(),
            boundary -> before.stream().filter(boundary::admits).toList());
    if (decision instanceof Decision.Accepted(var drafts)) {
      for (Draft draft : drafts) {
        long next = known.getLast().position() + 1;
        known.add(new Fact(next, draft.effectiveOn().day(), draft.commandId(), draft.event()));
      }
    }
    return said(decision);
  }

  private static String said(Outcome outcome) {
    return outcome instanceof Outcome.Refused(var refused) ? said(refused) : "yes";
  }

  private static String said(Decision decision) {
    return decision instanceof Decision.Refused(_, var refusals)
        ? refusals.stream().map(refusal -> refusal.rule().name()).sorted().toList().toString()
        : "yes";
  }

  private static List<Told> told(List<Fact> facts) {
    return facts.stream().map(fact -> Told.of(fact.day(), fact.event())).toList();
  }

  private static Request<?> request(Command command, RandomGenerator random) {
    var kind = CommandCatalog.named(command.name()).orElseThrow();
    return request(kind, command, TODAY.minusDays(random.nextInt(3) == 0 ? 5 : 0));
  }

  private static <C> Request<C> request(CommandKind<C> kind, Command command, LocalDate on) {
    UUID id = UUID.randomUUID();
    var intent =
        new Intent<>(
            kind.type().cast(command),
            id,
            Actor.LOCAL,
            EffectiveOn.day(on),
            new EffectiveDay(TODAY),
            ZoneId.of("Europe/Paris"));
    byte[] body = id.toString().getBytes(StandardCharsets.UTF_8);
    return new Request<>(kind, intent, false, body, false, null, null);
  }
}
