package org.jalon.command.takingover;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Decider;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.decision.Tag;
import org.jalon.command.state.Dating;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.timeline.Fact;

/**
 * A post follows its line: what the line says now and said not before is recorded, as long as
 * nobody else has changed the post.
 */
public final class ImportingPost implements Decider<ImportPost, FactsRead> {

  /** The rule. */
  public ImportingPost() {}

  @Override
  public Boundary boundary(Intent<? extends ImportPost> intent, FactsRead known) {
    ImportPost post = intent.command();
    Boundary boundary =
        Boundary.all(Tag.of(post.territory()))
            .and(Boundary.all(Tag.of(post.team())))
            .and(Boundary.all(Tag.of(post.postId())));
    return post.professional() == null
        ? boundary
        : boundary.and(Boundary.all(Tag.professional(post.professional())));
  }

  @Override
  public FactsRead read(Intent<? extends ImportPost> intent, Collection<Fact> facts) {
    return FactsRead.of(facts);
  }

  @Override
  public Decision decide(Intent<? extends ImportPost> intent, FactsRead state) {
    ImportPost post = intent.command();
    List<Fact> facts = state.facts();
    List<UUID> earlier = earlier(post, facts);
    Set<UUID> ours = new HashSet<>(earlier);
    var place = new Place(post, facts);
    var said = new PostFollowed(post, facts.stream().filter(isIn(ours)).toList());
    var now = new PostFollowed(post, facts);
    List<Refusal> refusals = new ArrayList<>();
    tooFarAhead(intent).ifPresent(refusals::add);
    place.refusal().ifPresent(refusals::add);
    endOfVacantPost(post).ifPresent(refusals::add);
    if (!refusals.isEmpty()) {
      return Decision.refuse(refusals);
    }
    if (said.isAsWanted() || now.isAsWanted()) {
      return Decision.nothingToDo();
    }
    if (!now.isSameAs(said)) {
      return Decision.refuse(changedSince(post));
    }
    var after = now.followed(earlier.size());
    Optional<Refusal> broken = after.brokenRule();
    return broken
        .map(Decision::refuse)
        .orElseGet(
            () ->
                new Decision.Accepted(
                    Stream.concat(place.drafts().stream(), after.drafts().stream()).toList()));
  }

  private static Predicate<Fact> isIn(Set<UUID> ids) {
    return fact -> ids.contains(fact.commandId());
  }

  private static List<UUID> earlier(ImportPost post, List<Fact> facts) {
    Set<UUID> recorded = facts.stream().map(Fact::commandId).collect(toSet());
    List<UUID> earlier = new ArrayList<>();
    for (UUID id = post.ids().post().apply(0);
        recorded.contains(id);
        id = post.ids().post().apply(earlier.size())) {
      earlier.add(id);
    }
    return earlier;
  }

  private static Optional<Refusal> tooFarAhead(Intent<? extends ImportPost> intent) {
    LocalDate last = intent.today().value().plusMonths(Dating.MOST_MONTHS_AHEAD);
    EffectiveDay until = intent.command().until();
    EffectiveDay day = until == null ? intent.command().from() : until;
    return day.value().isAfter(last)
        ? Optional.of(
            Refusal.ofField(
                CommonRule.EFFECTIVE_IN_FUTURE,
                until == null ? "from" : "to",
                "%s lies more than %d months ahead, after %s; leave an end that is not known empty"
                    .formatted(day, Dating.MOST_MONTHS_AHEAD, last)))
        : Optional.empty();
  }

  private static Optional<Refusal> endOfVacantPost(ImportPost post) {
    return post.professional() == null && post.until() != null
        ? Optional.of(
            Refusal.ofField(
                ImportRule.VACANT_POST_WITHOUT_END,
                "to",
                "a post that nobody holds cannot end on %s yet; leave \"to\" empty"
                    .formatted(post.until().value().minusDays(1))))
        : Optional.empty();
  }

  private static Refusal changedSince(ImportPost post) {
    return new Refusal(
        CommonRule.CONTRADICTS_RECORDED_FACT,
        null,
        post.postId().value(),
        "post %s was changed here since it was imported; change it by commands from now on"
            .formatted(post.postId()));
  }
}
