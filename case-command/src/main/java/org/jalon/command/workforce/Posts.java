package org.jalon.command.workforce;

import java.util.Optional;
import java.util.Set;
import org.jalon.command.caseload.Reach;
import org.jalon.command.caseload.World;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Refusal;
import org.jalon.command.decision.Tag;
import org.jalon.command.state.FteLimits;
import org.jalon.command.state.Post;
import org.jalon.command.state.Staffing;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionalId;

/** What rules on posts have in common. */
final class Posts {

  private Posts() {}

  /** A post, its holder, and what the holder's load and ceiling rest on. */
  static Boundary held(PostId post, ProfessionalId holder, World known) {
    return Boundary.all(Tag.of(post)).and(Reach.of(Set.of(holder), known));
  }

  static Refusal unknown(PostId id, EffectiveDay day) {
    return new Refusal(
        WorkforceRule.POST_UNKNOWN,
        "postId",
        id.value(),
        "there is no post %s on %s; OpenPost first".formatted(id, day));
  }

  /** Refuses a post that is not opened by a day. */
  static Optional<Refusal> unknown(PostId id, EffectiveDay day, Staffing staffing) {
    return staffing.post(id).filter(post -> !post.openedOn().isAfter(day)).isPresent()
        ? Optional.empty()
        : Optional.of(unknown(id, day));
  }

  /** Refuses a post that is closed by a day. */
  static Optional<Refusal> closed(PostId id, EffectiveDay day, Staffing staffing) {
    return staffing
        .post(id)
        .filter(post -> !post.standsOn(day))
        .flatMap(post -> Optional.ofNullable(post.closedOn()))
        .map(
            since ->
                new Refusal(
                    WorkforceRule.POST_CLOSED,
                    "postId",
                    id.value(),
                    "post %s is closed since %s; give an earlier day, or open another post"
                        .formatted(id, since)));
  }

  /** Refuses who does not hold a post at the end of a day. */
  static Optional<Refusal> notHeld(
      PostId id, ProfessionalId who, EffectiveDay day, Staffing staffing) {
    return staffing.of(who, day).stream().anyMatch(engagement -> engagement.post().equals(id))
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                WorkforceRule.NOT_IN_POST,
                "professional",
                who.value(),
                "%s does not hold post %s on %s; check who does".formatted(who, id, day)));
  }

  /** Refuses what makes a holder work more than full time on any day. */
  static Optional<Refusal> overFullTime(Staffing before, Staffing after, ProfessionalId who) {
    return FteLimits.overworked(before, after, who)
        .map(
            day ->
                new Refusal(
                    WorkforceRule.OVER_FULL_TIME,
                    "fte",
                    who.value(),
                    "%s would work %s on %s, more than one full-time post; split it over two people"
                        .formatted(who, after.fteOf(who, day).toPlainString(), day)));
  }

  /** Refuses what fills a post beyond its FTE on any day. */
  static Optional<Refusal> overfilled(Staffing before, Staffing after, PostId id, String field) {
    return FteLimits.overfilled(before, after, id)
        .map(
            day ->
                new Refusal(
                    WorkforceRule.POST_OVERFILLED,
                    field,
                    id.value(),
                    "post %s has FTE %s and would be filled with %s on %s; change who else holds it first"
                        .formatted(
                            id,
                            budget(after, id, day),
                            after.fteIn(id, day).toPlainString(),
                            day)));
  }

  /** The FTE budgeted on a day, as people read it. */
  static String budget(Staffing staffing, PostId id, EffectiveDay day) {
    return staffing
        .post(id)
        .filter(post -> post.standsOn(day))
        .map((Post post) -> post.budgetOn(day).toString())
        .orElse("0");
  }
}
