package org.jalon.command.state;

import java.util.Optional;
import java.util.function.Predicate;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.event.CaseloadAboveCeiling;
import org.jalon.kernel.event.PostClosed;
import org.jalon.kernel.event.PostFilled;
import org.jalon.kernel.event.PostOpened;
import org.jalon.kernel.event.PostResized;
import org.jalon.kernel.event.PostVacated;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.kernel.event.TerritoryCreated;
import org.jalon.kernel.event.WorkforceEvent;
import org.jalon.kernel.event.WorkingTimeChanged;

/**
 * What each fact of a post needs of those before it, for good: a timeline with a fact put in, or
 * taken out, is legal when every step still has what it needs. How much fits is no step, it is
 * asked of every day ({@link FteLimits}).
 */
final class StaffSteps {

  private StaffSteps() {}

  /** Why a fact does not hold at its place, if it does not. */
  static Optional<String> broken(Staffing before, WorkforceEvent event, EffectiveDay day) {
    return switch (event) {
      case PostOpened e ->
          unless(before.post(e.postId()).isEmpty(), "the post would be opened already");
      case PostResized e -> standing(before, e.postId(), day);
      case PostFilled e ->
          standing(before, e.postId(), day)
              .or(
                  () ->
                      unless(
                          !held(before, e.postId(), e.professional()),
                          e.professional() + " would hold the post already"));
      case WorkingTimeChanged e -> holding(before, e.postId(), e.professional());
      case PostVacated e -> holding(before, e.postId(), e.professional());
      case PostClosed e ->
          standing(before, e.postId(), day)
              .or(() -> unless(!held(before, e.postId(), _ -> true), "somebody would hold it"));
      case TerritoryCreated _, TeamCreated _, CaseloadAboveCeiling _ -> Optional.empty();
    };
  }

  private static Optional<String> standing(Staffing before, PostId post, EffectiveDay day) {
    return unless(
        before.post(post).filter(one -> one.standsOn(day)).isPresent(),
        "post " + post + " would not stand");
  }

  private static Optional<String> holding(Staffing before, PostId post, ProfessionalId who) {
    return unless(held(before, post, who), who + " would not hold post " + post);
  }

  private static boolean held(Staffing before, PostId post, ProfessionalId who) {
    return held(before, post, engagement -> engagement.professional().equals(who));
  }

  private static boolean held(Staffing before, PostId post, Predicate<Engagement> which) {
    return before.engagements().stream()
        .filter(engagement -> engagement.post().equals(post) && engagement.until() == null)
        .anyMatch(which);
  }

  private static Optional<String> unless(boolean holds, String why) {
    return holds ? Optional.empty() : Optional.of(why);
  }
}
