package org.jalon.workload.span;

import java.util.List;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Fte;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.event.CaseloadAboveCeiling;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.PostClosed;
import org.jalon.kernel.event.PostFilled;
import org.jalon.kernel.event.PostOpened;
import org.jalon.kernel.event.PostResized;
import org.jalon.kernel.event.PostVacated;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.kernel.event.TerritoryCreated;
import org.jalon.kernel.event.WorkforceEvent;
import org.jalon.kernel.event.WorkingTimeChanged;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.timeline.Timeline;

/**
 * A post and who held it: its timeline folded to spans.
 *
 * @param posts its budget, day by day
 * @param engagements its holders, day by day
 */
public record PostHistory(List<Dated<Post>> posts, List<Dated<Engagement>> engagements) {

  /** Reads the timeline of one post; without its opening nothing is known of it. */
  public static PostHistory of(PostId post, Timeline timeline) {
    List<Fact> own =
        timeline.facts().stream().filter(fact -> Subject.of(post).isMovedBy(fact.event())).toList();
    return own.stream()
        .map(Fact::event)
        .filter(PostOpened.class::isInstance)
        .map(PostOpened.class::cast)
        .findFirst()
        .map(opened -> new Reading(opened).read(own))
        .orElseGet(() -> new PostHistory(List.of(), List.of()));
  }

  /** One reading of a post's timeline. */
  private static final class Reading {

    private final PostOpened opened;
    private final Spans<PostId, Post> posts = new Spans<>();
    private final Spans<ProfessionalId, Engagement> engagements = new Spans<>();

    Reading(PostOpened opened) {
      this.opened = opened;
    }

    PostHistory read(List<Fact> facts) {
      facts.forEach(fact -> read(fact.day(), fact.event()));
      return new PostHistory(posts.toList(), engagements.toList());
    }

    private void read(EffectiveDay day, Event event) {
      if (event instanceof WorkforceEvent workforce) {
        read(day, workforce);
      }
    }

    private void read(EffectiveDay day, WorkforceEvent event) {
      switch (event) {
        case PostOpened first -> posts.from(day, first.postId(), post(first.fte()));
        case PostResized resized -> posts.from(day, resized.postId(), post(resized.fte()));
        case PostFilled filled -> engagements.from(day, filled.professional(), engaged(filled));
        case WorkingTimeChanged changed -> changed(day, changed);
        case PostVacated vacated -> vacated(day, vacated.professional());
        case PostClosed closed -> posts.from(day, closed.postId(), null);
        case TerritoryCreated _, TeamCreated _, CaseloadAboveCeiling _ -> {}
      }
    }

    private void changed(EffectiveDay day, WorkingTimeChanged change) {
      Engagement holding = engagements.now(change.professional());
      if (holding != null) {
        engagements.from(day, change.professional(), holding.at(change.fte()));
      }
    }

    private void vacated(EffectiveDay day, ProfessionalId who) {
      Engagement left = engagements.now(who);
      engagements.from(day, who, null);
      if (left != null && left.replaces() != null) {
        inherited(day, who, left.replaces());
      }
    }

    /** Who replaced a substitute that leaves goes on in the place of whom that one replaced. */
    private void inherited(EffectiveDay day, ProfessionalId left, ProfessionalId replaced) {
      engagements.now().stream()
          .filter(engagement -> left.equals(engagement.replaces()))
          .forEach(it -> engagements.from(day, it.professional(), it.inPlaceOf(replaced)));
    }

    private Post post(Fte fte) {
      return new Post(opened.postId(), opened.team(), opened.profession(), fte);
    }

    private Engagement engaged(PostFilled filled) {
      return new Engagement(
          opened.postId(),
          filled.professional(),
          opened.team(),
          opened.profession(),
          filled.fte(),
          filled.replaces());
    }
  }
}
