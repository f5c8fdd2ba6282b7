package org.jalon.command.rectifying;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jalon.command.caseload.CeilingAlerts;
import org.jalon.command.caseload.NormValues;
import org.jalon.command.caseload.Reach;
import org.jalon.command.caseload.World;
import org.jalon.command.decision.Absent;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Draft;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.decision.Tag;
import org.jalon.command.decision.Tags;
import org.jalon.command.state.Dating;
import org.jalon.command.state.Engagement;
import org.jalon.command.state.FteLimits;
import org.jalon.command.state.StaffStory;
import org.jalon.command.state.Staffing;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.NormAdopted;
import org.jalon.kernel.event.PostOpened;
import org.jalon.kernel.event.Replacement;
import org.jalon.kernel.event.TeamCreated;
import org.jspecify.annotations.Nullable;

/**
 * Tries an entry of posts, teams or norms in another reading: every step that was recorded keeps
 * its ground, posts and people stay within their FTE on every day, and whom less capacity leaves
 * above the ceiling is named by an alert.
 *
 * @param reading how it shall be read
 */
record StaffTrial(Reading.Other reading) {

  private static final String FIELD = "position";

  /** What every rectification of the entry rests on. */
  static Boundary of(Entry entry) {
    return Tags.of(entry.recorded().event()).stream()
        .filter(tag -> !tag.equals(Tag.workforce()))
        .map(Boundary::all)
        .reduce(Boundary.EMPTY, Boundary::and);
  }

  /** What the trial rests on besides; what one round finds, the next reads on. */
  Boundary boundary(World known) {
    Boundary boundary =
        Reach.of(affected(known), known).and(StaffStory.of(known.elsewhere()).rectified());
    for (Tag tag : subjects()) {
      if (!tag.equals(Tag.workforce()) || reachesEverybody()) {
        boundary = boundary.and(Boundary.all(tag));
      }
    }
    if (replacement() instanceof PostOpened opened) {
      boundary = boundary.and(Reach.creationOf(opened.team()));
    }
    return reachesEverybody() ? boundary.and(Boundary.all(Tag.workforce())) : boundary;
  }

  /** Accepts the rectification with its alerts, or names what it would break. */
  Decision decide(Intent<?> intent, World before) {
    List<Draft> drafts = reading.accepted(intent).facts();
    List<Refusal> refusals = new ArrayList<>();
    tooFarAhead(intent).ifPresent(refusals::add);
    noSuchTeam(before).ifPresent(refusals::add);
    if (replacement() instanceof NormAdopted norm) {
      refusals.addAll(NormValues.refusals(norm));
    }
    var story = StaffStory.of(before.elsewhere());
    story.contradiction(drafts).map(found -> found.refusal(FIELD)).ifPresent(refusals::add);
    refusals.addAll(beyondFte(story.staffing(), story.with(drafts).staffing()));
    if (!refusals.isEmpty()) {
      return Decision.refuse(refusals);
    }
    World after = before.withOtherFacts(drafts);
    Set<ProfessionalId> people = new HashSet<>(affected(before));
    people.addAll(affected(after));
    List<Draft> alerts = CeilingAlerts.of(intent, before, after, people, reading.firstDay());
    return new Decision.Accepted(Stream.concat(drafts.stream(), alerts.stream()).toList());
  }

  private Optional<Refusal> tooFarAhead(Intent<?> intent) {
    var last = intent.today().value().plusMonths(Dating.MOST_MONTHS_AHEAD);
    return reading.fact().replacement() != null
            && reading.fact().replacement().day().value().isAfter(last)
        ? Optional.of(
            Refusal.ofField(
                CommonRule.EFFECTIVE_IN_FUTURE,
                "fields.effectiveOn",
                "%s lies more than %d months ahead; plan it for %s at the latest"
                    .formatted(reading.fact().replacement().day(), Dating.MOST_MONTHS_AHEAD, last)))
        : Optional.empty();
  }

  private Optional<Refusal> noSuchTeam(World world) {
    Replacement other = reading.fact().replacement();
    return other != null
            && other.event() instanceof PostOpened opened
            && !world.hasTeam(opened.team(), other.day())
        ? Optional.of(new Absent(other.day(), "fields.team").team(opened.team()))
        : Optional.empty();
  }

  private List<Refusal> beyondFte(Staffing before, Staffing after) {
    Stream<PostId> posts = named("post").map(PostId::new);
    Stream<Refusal> overfilled = posts.flatMap(post -> overfilled(before, after, post).stream());
    Stream<Refusal> overworked =
        named("professional")
            .map(ProfessionalId::new)
            .flatMap(who -> overworked(before, after, who).stream());
    return Stream.concat(overfilled, overworked).toList();
  }

  private Optional<Refusal> overfilled(Staffing before, Staffing after, PostId post) {
    return FteLimits.overfilled(before, after, post)
        .map(
            day ->
                beyond(
                    post.value(),
                    "post %s would be filled with %s on %s, more than its FTE"
                        .formatted(post, after.fteIn(post, day).toPlainString(), day)));
  }

  private Optional<Refusal> overworked(Staffing before, Staffing after, ProfessionalId who) {
    return FteLimits.overworked(before, after, who)
        .map(
            day ->
                beyond(
                    who.value(),
                    "%s would work %s on %s, more than one full-time post"
                        .formatted(who, after.fteOf(who, day).toPlainString(), day)));
  }

  private Refusal beyond(String subject, String what) {
    return new Refusal(
        CommonRule.CONTRADICTS_RECORDED_FACT,
        FIELD,
        subject,
        "with the entry at position %d read so, %s; rectify the entries beside it first"
            .formatted(reading.fact().position(), what));
  }

  private Set<ProfessionalId> affected(World world) {
    Set<String> posts = named("post").collect(Collectors.toUnmodifiableSet());
    Set<ProfessionalId> people =
        named("professional")
            .map(ProfessionalId::new)
            .collect(Collectors.toCollection(HashSet::new));
    world.staffing().engagements().stream()
        .filter(
            e ->
                posts.contains(e.post().value())
                    || isIn(reading.standing().event(), e, world)
                    || isIn(replacement(), e, world))
        .map(Engagement::professional)
        .forEach(people::add);
    return people;
  }

  private static boolean isIn(@Nullable Event event, Engagement held, World world) {
    if (event instanceof NormAdopted norm) {
      return limitsPeople(norm) && norm.scope().covers(world.placeOf(held, null));
    }
    return event instanceof TeamCreated team
        && team.teamId().equals(world.placeOf(held, null).team());
  }

  private boolean reachesEverybody() {
    return Stream.of(reading.standing().event(), replacement())
        .filter(Objects::nonNull)
        .anyMatch(e -> e instanceof TeamCreated || e instanceof NormAdopted n && limitsPeople(n));
  }

  private static boolean limitsPeople(NormAdopted norm) {
    return norm.ceiling() != null && norm.scope().programme() == null;
  }

  private @Nullable Event replacement() {
    return reading.fact().replacement() == null ? null : reading.fact().replacement().event();
  }

  private Stream<String> named(String kind) {
    return subjects().stream().filter(tag -> tag.key().equals(kind)).map(Tag::value);
  }

  private List<Tag> subjects() {
    return reading.fact().subjects().stream().map(Tag::parse).toList();
  }
}
