package org.jalon.command.workforce;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Decider;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.decision.Tag;
import org.jalon.command.state.Dating;
import org.jalon.command.state.FteLimits;
import org.jalon.command.state.StaffChecks;
import org.jalon.command.state.StaffStory;
import org.jalon.command.state.Staffing;
import org.jalon.kernel.command.FillPost;
import org.jalon.kernel.event.PostFilled;
import org.jalon.kernel.timeline.Fact;

/**
 * A post is never filled beyond its FTE, a person never works beyond one full-time post, on any
 * day.
 */
public final class FillingPost implements Decider<FillPost, StaffStory> {

  /** The rule. */
  public FillingPost() {}

  @Override
  public Boundary boundary(Intent<? extends FillPost> intent, StaffStory known) {
    return Boundary.all(Tag.of(intent.command().postId()))
        .and(Boundary.all(Tag.professional(intent.command().professional())))
        .and(known.named());
  }

  @Override
  public StaffStory read(Intent<? extends FillPost> intent, Collection<Fact> facts) {
    return StaffStory.of(facts);
  }

  @Override
  public Decision decide(Intent<? extends FillPost> intent, StaffStory story) {
    FillPost command = intent.command();
    Staffing before = story.staffing();
    Optional<Refusal> notStanding =
        Posts.unknown(command.postId(), intent.day(), before)
            .or(() -> Posts.closed(command.postId(), intent.day(), before));
    if (notStanding.isPresent()) {
      return Decision.refuse(notStanding.get());
    }
    var fact =
        Decision.accept(
            intent,
            new PostFilled(
                command.postId(), command.professional(), command.fte(), command.replaces()));
    Staffing after = story.with(fact.facts()).staffing();
    List<Refusal> refusals = new ArrayList<>();
    Dating.planned(intent).ifPresent(refusals::add);
    heldAlready(intent, before).ifPresent(refusals::add);
    replacedNotThere(intent, before).ifPresent(refusals::add);
    overFullTime(command, before, after).ifPresent(refusals::add);
    overfilled(command, before, after).ifPresent(refusals::add);
    return refusals.isEmpty() ? StaffChecks.inserted(story, fact) : Decision.refuse(refusals);
  }

  private static Optional<Refusal> heldAlready(
      Intent<? extends FillPost> intent, Staffing staffing) {
    FillPost command = intent.command();
    return staffing.engagements().stream()
        .filter(e -> e.post().equals(command.postId()) && !e.endsBy(intent.day()))
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

  private static Optional<Refusal> replacedNotThere(
      Intent<? extends FillPost> intent, Staffing staffing) {
    FillPost command = intent.command();
    return Optional.ofNullable(command.replaces())
        .filter(
            replaced ->
                Posts.notHeld(command.postId(), replaced, intent.day(), staffing).isPresent())
        .map(
            replaced ->
                new Refusal(
                    WorkforceRule.NOT_IN_POST,
                    "replaces",
                    replaced.value(),
                    "%s does not hold post %s on %s and cannot be replaced in it; name who does"
                        .formatted(replaced, command.postId(), intent.day())));
  }

  private static Optional<Refusal> overFullTime(FillPost command, Staffing before, Staffing after) {
    return FteLimits.overworked(before, after, command.professional())
        .map(
            day ->
                new Refusal(
                    WorkforceRule.OVER_FULL_TIME,
                    "fte",
                    command.professional().value(),
                    "%s works %s on %s; FTE %s more is more than one full-time post, split it over two people"
                        .formatted(
                            command.professional(),
                            before.fteOf(command.professional(), day).toPlainString(),
                            day,
                            command.fte())));
  }

  private static Optional<Refusal> overfilled(FillPost command, Staffing before, Staffing after) {
    return FteLimits.overfilled(before, after, command.postId())
        .map(
            day ->
                new Refusal(
                    WorkforceRule.POST_OVERFILLED,
                    "fte",
                    command.postId().value(),
                    "post %s has FTE %s, of which %s is filled on %s; FTE %s does not fit, vacate it first or say whom it replaces"
                        .formatted(
                            command.postId(),
                            Posts.budget(before, command.postId(), day),
                            before.fteIn(command.postId(), day).toPlainString(),
                            day,
                            command.fte())));
  }
}
