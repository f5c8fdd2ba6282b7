package org.jalon.command.workforce;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.FoldingDecider;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.decision.Tag;
import org.jalon.command.state.Dating;
import org.jalon.command.state.Engagement;
import org.jalon.command.state.Post;
import org.jalon.command.state.Staffing;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Fte;
import org.jalon.kernel.PostId;
import org.jalon.kernel.command.FillPost;
import org.jalon.kernel.event.PostFilled;
import org.jalon.kernel.timeline.Fact;

/**
 * A post is never filled beyond its FTE, a person never works beyond one full-time post, on any day
 * from the effective day on.
 */
public final class FillingPost implements FoldingDecider<FillPost, Staffing> {

  /** The rule. */
  public FillingPost() {}

  @Override
  public Boundary boundary(Intent<? extends FillPost> intent, Staffing known) {
    return Boundary.all(Tag.of(intent.command().postId()))
        .and(Boundary.all(Tag.professional(intent.command().professional())));
  }

  @Override
  public Staffing initial(Intent<? extends FillPost> intent) {
    return Staffing.NOBODY;
  }

  @Override
  public Staffing evolve(Staffing state, Fact fact) {
    return state.evolve(fact);
  }

  @Override
  public Decision decide(Intent<? extends FillPost> intent, Staffing state) {
    FillPost command = intent.command();
    Optional<Post> post =
        state.post(command.postId()).filter(p -> !p.openedOn().isAfter(intent.day()));
    if (post.isEmpty()) {
      return Decision.refuse(Posts.unknown(command.postId(), intent.day()));
    }
    var fact =
        new PostFilled(command.postId(), command.professional(), command.fte(), command.replaces());
    Staffing filled = state.filled(fact, intent.day());
    List<Refusal> refusals = new ArrayList<>();
    Dating.planned(intent).ifPresent(refusals::add);
    heldAlready(intent, state).ifPresent(refusals::add);
    replacedNotThere(intent, state).ifPresent(refusals::add);
    overFullTime(intent, state, filled).ifPresent(refusals::add);
    overfilled(intent, state, filled, post.get()).ifPresent(refusals::add);
    return refusals.isEmpty() ? Decision.accept(intent, fact) : Decision.refuse(refusals);
  }

  private static Optional<Refusal> heldAlready(Intent<? extends FillPost> intent, Staffing state) {
    FillPost command = intent.command();
    return state.engagements().stream()
        .filter(e -> holds(e, command.postId(), intent.day()))
        .filter(e -> e.professional().equals(command.professional()))
        .findFirst()
        .map(
            e ->
                new Refusal(
                    WorkforceRule.ALREADY_IN_POST,
                    "professional",
                    command.professional().value(),
                    "%s holds post %s from %s; vacate it first"
                        .formatted(command.professional(), command.postId(), e.from())));
  }

  private static boolean holds(Engagement e, PostId post, EffectiveDay day) {
    return e.post().equals(post) && (e.until() == null || e.until().isAfter(day));
  }

  private static Optional<Refusal> replacedNotThere(
      Intent<? extends FillPost> intent, Staffing state) {
    FillPost command = intent.command();
    if (command.replaces() == null) {
      return Optional.empty();
    }
    boolean there =
        state.engagements().stream()
            .anyMatch(
                e ->
                    e.post().equals(command.postId())
                        && e.professional().equals(command.replaces())
                        && e.holdsOn(intent.day()));
    return there
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                WorkforceRule.NOT_IN_POST,
                "replaces",
                command.replaces().value(),
                "%s does not hold post %s on %s and cannot be replaced in it; name who does"
                    .formatted(command.replaces(), command.postId(), intent.day())));
  }

  private static Optional<Refusal> overFullTime(
      Intent<? extends FillPost> intent, Staffing state, Staffing filled) {
    FillPost command = intent.command();
    return days(intent, filled)
        .filter(day -> over(filled.fteOf(command.professional(), day), Fte.ONE))
        .findFirst()
        .map(
            day ->
                new Refusal(
                    WorkforceRule.OVER_FULL_TIME,
                    "fte",
                    command.professional().value(),
                    "%s works %s on %s; FTE %s more is more than one full-time post, split it over two people"
                        .formatted(
                            command.professional(),
                            state.fteOf(command.professional(), day).toPlainString(),
                            day,
                            command.fte())));
  }

  private static Optional<Refusal> overfilled(
      Intent<? extends FillPost> intent, Staffing state, Staffing filled, Post post) {
    FillPost command = intent.command();
    return days(intent, filled)
        .filter(day -> over(filled.fteIn(command.postId(), day), post.budgetOn(day)))
        .findFirst()
        .map(
            day ->
                new Refusal(
                    WorkforceRule.POST_OVERFILLED,
                    "fte",
                    command.postId().value(),
                    "post %s has FTE %s, of which %s is filled on %s; FTE %s does not fit, vacate it first or say whom it replaces"
                        .formatted(
                            command.postId(),
                            post.budgetOn(day),
                            state.fteIn(command.postId(), day).toPlainString(),
                            day,
                            command.fte())));
  }

  private static Stream<EffectiveDay> days(Intent<?> intent, Staffing state) {
    return Stream.concat(Stream.of(intent.day()), state.changes(intent.day(), null)).sorted();
  }

  private static boolean over(BigDecimal fte, Fte most) {
    return fte.compareTo(most.value()) > 0;
  }
}
