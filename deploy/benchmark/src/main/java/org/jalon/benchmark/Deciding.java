package org.jalon.benchmark;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jalon.command.wiring.Decisions;
import org.jalon.command.wiring.Outcome;
import org.jalon.command.wiring.Request;

/** A write side that is asked for one decision after another, each of them accepted. */
final class Deciding implements Store {

  /** Decides one. */
  @FunctionalInterface
  interface Decider {
    void decide(Request<?> request) throws Exception;
  }

  private final String engine;
  private final int tags;
  private final List<Request<?>> requests;
  private final Decider decider;
  private final AtomicInteger next = new AtomicInteger();

  private Deciding(String engine, int tags, List<Request<?>> requests, Decider decider) {
    this.engine = engine;
    this.tags = tags;
    this.requests = requests;
    this.decider = decider;
  }

  /** Ours, through the command bus, as an installation has it. */
  static Deciding ours(Decisions decisions, List<Request<?>> requests) {
    return new Deciding(
        "jalon", 3, requests, request -> requireAccepted(decisions.decide(request)));
  }

  /** The same decisions on Axon's JPA engine. */
  static Deciding onJpa(JpaWriteSide side, List<Request<?>> requests) {
    return new Deciding("axon-jpa", 1, requests, side::decide);
  }

  @Override
  public String engine() {
    return engine;
  }

  @Override
  public String workload() {
    return "decision";
  }

  @Override
  public Shape shape(Shape asked) {
    return new Shape(asked.callers(), 1, tags);
  }

  @Override
  public Sample run(Shape shape, Spell spell) throws Exception {
    return Callers.run(shape.callers(), spell, _ -> this::decideNext);
  }

  int decided() {
    return next.get();
  }

  private void decideNext() throws Exception {
    int number = next.getAndIncrement();
    if (number >= requests.size()) {
      throw new IllegalStateException(
          "%s has decided all %d that were prepared; prepare more"
              .formatted(engine, requests.size()));
    }
    decider.decide(requests.get(number));
  }

  private static void requireAccepted(Outcome outcome) {
    if (!(outcome instanceof Outcome.Accepted accepted) || accepted.facts().isEmpty()) {
      throw new IllegalStateException("this should have been accepted: " + outcome);
    }
  }
}
