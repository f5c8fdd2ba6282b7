package org.jalon.command.transferring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jalon.command.caseload.Approval;
import org.jalon.command.caseload.Excess;
import org.jalon.command.caseload.Reach;
import org.jalon.command.caseload.World;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Decider;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Draft;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.state.CaseLife;
import org.jalon.command.state.Dating;
import org.jalon.command.state.Programmes;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.command.TransferCaseload;
import org.jalon.kernel.command.TransferCaseload.Handed;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.timeline.Fact;

/**
 * Cases of one referent go to others without being accepted, all or none; each receiver must be
 * able to take all that they get.
 */
public final class TransferringCaseload implements Decider<TransferCaseload, World> {

  /** The most cases of one transfer. */
  public static final int MOST = 1_000;

  /** The rule. */
  public TransferringCaseload() {}

  @Override
  public Boundary boundary(Intent<? extends TransferCaseload> intent, World known) {
    TransferCaseload command = intent.command();
    if (malformed(intent).isPresent()) {
      return Boundary.EMPTY;
    }
    Set<ProfessionalId> receivers =
        command.cases().stream().map(Handed::to).collect(Collectors.toUnmodifiableSet());
    Boundary boundary =
        Reach.of(receivers, known).and(Approval.boundary(intent, command.override(), known));
    for (Handed handed : command.cases()) {
      boundary = boundary.and(CaseLife.lifeOf(handed.caseId()));
      var opening = known.story(handed.caseId()).life().opening();
      if (opening != null) {
        boundary = boundary.and(Programmes.definitionOf(opening.programme()));
      }
    }
    return boundary;
  }

  @Override
  public World read(Intent<? extends TransferCaseload> intent, Collection<Fact> facts) {
    return World.of(facts);
  }

  @Override
  public Decision decide(Intent<? extends TransferCaseload> intent, World world) {
    return malformed(intent).map(Decision::refuse).orElseGet(() -> moved(intent, world));
  }

  private static Optional<Refusal> malformed(Intent<? extends TransferCaseload> intent) {
    int size = intent.command().cases().size();
    if (size == 0) {
      return Optional.of(
          Refusal.ofField(
              TransferRule.TRANSFER_EMPTY, "cases", "no case is named; name at least one"));
    }
    if (size > MOST) {
      return Optional.of(
          Refusal.ofField(
              TransferRule.TOO_MANY_CASES,
              "cases",
              "%d cases are more than %d, the most of one transfer; split it"
                  .formatted(size, MOST)));
    }
    return Dating.happened(intent);
  }

  private static Decision moved(Intent<? extends TransferCaseload> intent, World world) {
    List<Move> moves =
        IntStream.range(0, intent.command().cases().size())
            .mapToObj(index -> new Move(intent, world, index))
            .toList();
    Map<Integer, Refusal> unfit = unfit(moves);
    var receivers = new Receivers(intent, world, world.withCaseFacts(drafts(moves, unfit)));
    List<Refusal> refusals = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    for (Move move : moves) {
      Refusal no = unfit.get(move.index());
      if (no != null) {
        refusals.add(no);
        continue;
      }
      Optional<Excess> excess = receivers.take(move);
      refusals.addAll(move.refusals(excess));
      events.add(move.change());
      move.taker().admission(excess).ifPresent(events::add);
    }
    return refusals.isEmpty() ? Decision.accept(intent, events) : Decision.refuse(refusals);
  }

  /** Cases that stand in the list for the second time or that nobody could take, by place. */
  private static Map<Integer, Refusal> unfit(List<Move> moves) {
    Map<Integer, Refusal> unfit = new HashMap<>();
    Map<CaseId, Integer> places = new HashMap<>();
    for (Move move : moves) {
      Optional.ofNullable(places.putIfAbsent(move.caseId(), move.index()))
          .map(move::twice)
          .or(move::notOpen)
          .ifPresent(refusal -> unfit.put(move.index(), refusal));
    }
    return unfit;
  }

  private static List<Draft> drafts(List<Move> moves, Map<Integer, Refusal> unfit) {
    return moves.stream()
        .filter(move -> !unfit.containsKey(move.index()))
        .flatMap(move -> move.drafts().stream())
        .toList();
  }
}
