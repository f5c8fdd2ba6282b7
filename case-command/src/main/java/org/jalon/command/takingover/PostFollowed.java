package org.jalon.command.takingover;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jalon.command.decision.Draft;
import org.jalon.command.decision.Refusal;
import org.jalon.command.state.Engagement;
import org.jalon.command.state.Staffing;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Fte;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.event.CaseEvent;
import org.jalon.kernel.event.CaseloadAboveCeiling;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.OfferEvent;
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

/** A post as some facts tell it, beside what its line wants. */
final class PostFollowed {

  private final ImportPost wanted;
  private final List<Fact> facts;
  private final List<Draft> drafts;
  private final Staffing staffing;

  PostFollowed(ImportPost wanted, List<Fact> facts) {
    this(wanted, facts, List.of());
  }

  private PostFollowed(ImportPost wanted, List<Fact> facts, List<Draft> drafts) {
    this.wanted = wanted;
    this.facts = facts;
    this.drafts = drafts;
    this.staffing = Timeline.of(together()).fold(Staffing.NOBODY, Staffing::evolve);
  }

  /** What was drafted to follow the line. */
  List<Draft> drafts() {
    return drafts;
  }

  boolean isAsWanted() {
    return budgetFits() && days().stream().allMatch(day -> held(day).equals(wantedOn(day)));
  }

  boolean isSameAs(PostFollowed other) {
    return staffing.post(wanted.postId()).equals(other.staffing.post(wanted.postId()))
        && engagements().equals(other.engagements());
  }

  /** The same with the facts drafted that bring the post where its line wants it, day by day. */
  PostFollowed followed(int next) {
    PostFollowed result = this;
    if (staffing.post(wanted.postId()).isEmpty()) {
      result = result.with(opened(), wanted.from(), next);
    } else if (!budgetFits()) {
      result = result.with(new PostResized(wanted.postId(), wanted.fte()), wanted.from(), next);
    }
    if (wanted.professional() != null) {
      for (EffectiveDay day : days()) {
        result = result.corrected(wanted.professional(), day, next);
      }
    }
    return result;
  }

  private PostFollowed corrected(ProfessionalId who, EffectiveDay day, int next) {
    Optional<Fte> is = held(day);
    Optional<Fte> shouldBe = wantedOn(day);
    if (is.equals(shouldBe)) {
      return this;
    }
    if (shouldBe.isEmpty()) {
      return with(new PostVacated(wanted.postId(), who), day, next);
    }
    return is.isEmpty()
        ? with(new PostFilled(wanted.postId(), who, wanted.fte(), null), day, next)
        : with(new WorkingTimeChanged(wanted.postId(), who, wanted.fte()), day, next);
  }

  /** The first rule that the days from the first on would break. */
  Optional<Refusal> brokenRule() {
    return Stream.concat(Stream.of(wanted.from()), staffing.changes(wanted.from(), null))
        .sorted()
        .flatMap(day -> Stream.concat(overFullTime(day), overfilled(day)))
        .findFirst();
  }

  private Stream<Refusal> overFullTime(EffectiveDay day) {
    ProfessionalId who = wanted.professional();
    if (who == null || !wanted.holdsOn(day)) {
      return Stream.empty();
    }
    BigDecimal works = staffing.fteOf(who, day);
    return works.compareTo(BigDecimal.ONE) <= 0
        ? Stream.empty()
        : Stream.of(
            Refusal.ofField(
                ImportRule.OVER_FULL_TIME,
                "fte",
                "%s would work %s on %s with this line; nobody works more than one full-time post, correct fte, from or to"
                    .formatted(who, works.toPlainString(), day)));
  }

  private Stream<Refusal> overfilled(EffectiveDay day) {
    BigDecimal filled = staffing.fteIn(wanted.postId(), day);
    Optional<Fte> budget = staffing.post(wanted.postId()).map(post -> post.budgetOn(day));
    return budget.filter(fte -> filled.compareTo(fte.value()) > 0).stream()
        .map(
            fte ->
                Refusal.ofField(
                    ImportRule.POST_OVERFILLED,
                    "fte",
                    "post %s would have FTE %s and be filled with %s on %s; vacate it first"
                        .formatted(wanted.postId(), fte, filled.toPlainString(), day)));
  }

  private PostFollowed with(WorkforceEvent event, EffectiveDay day, int next) {
    List<Draft> more = new ArrayList<>(drafts);
    more.add(new Draft(event, Place.on(day), wanted.ids().post().apply(next + drafts.size())));
    return new PostFollowed(wanted, facts, List.copyOf(more));
  }

  private PostOpened opened() {
    return new PostOpened(wanted.postId(), wanted.team(), wanted.profession(), wanted.fte());
  }

  private boolean budgetFits() {
    return staffing
        .post(wanted.postId())
        .filter(post -> post.budget().lastEntry().getValue().equals(wanted.fte()))
        .isPresent();
  }

  private Optional<Fte> wantedOn(EffectiveDay day) {
    return wanted.holdsOn(day) ? Optional.of(wanted.fte()) : Optional.empty();
  }

  private Optional<Fte> held(EffectiveDay day) {
    return staffing.engagements().stream()
        .filter(e -> e.post().equals(wanted.postId()))
        .filter(e -> e.professional().equals(wanted.professional()) && e.holdsOn(day))
        .map(Engagement::fte)
        .findFirst();
  }

  /** The days on which the post or its line changes. */
  private Set<EffectiveDay> days() {
    var days = new TreeSet<EffectiveDay>();
    days.add(wanted.from());
    if (wanted.until() != null) {
      days.add(wanted.until());
    }
    for (Fact fact : facts) {
      if (isOfPost(fact)) {
        days.add(fact.day());
      }
    }
    return days;
  }

  private boolean isOfPost(Fact fact) {
    return switch (fact.event()) {
      case PostFilled e -> e.postId().equals(wanted.postId());
      case WorkingTimeChanged e -> e.postId().equals(wanted.postId());
      case PostVacated e -> e.postId().equals(wanted.postId());
      case PostOpened _,
          PostResized _,
          PostClosed _,
          TeamCreated _,
          TerritoryCreated _,
          CaseloadAboveCeiling _ ->
          false;
      case CaseEvent _, OfferEvent _, EntryRectified _ -> false;
    };
  }

  private Set<Engagement> engagements() {
    return staffing.engagements().stream()
        .filter(e -> e.post().equals(wanted.postId()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private List<Fact> together() {
    List<Fact> all = new ArrayList<>(facts);
    long position = facts.stream().mapToLong(Fact::position).max().orElse(0);
    for (Draft draft : drafts) {
      all.add(new Fact(++position, draft.effectiveOn().day(), draft.commandId(), draft.event()));
    }
    return all;
  }
}
