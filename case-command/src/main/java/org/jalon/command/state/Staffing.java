package org.jalon.command.state;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Tag;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Fte;
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
import org.jalon.kernel.timeline.Fact;
import org.jspecify.annotations.Nullable;

/**
 * Posts and who holds them, as far as a decider has read.
 *
 * @param posts by id
 * @param engagements in the order in which they began; a new working time keeps its place
 */
public record Staffing(Map<PostId, Post> posts, List<Engagement> engagements) {

  /** Before the first fact. */
  public static final Staffing NOBODY = new Staffing(Map.of(), List.of());

  /** Keeps copies. */
  public Staffing {
    posts = Map.copyOf(posts);
    engagements = List.copyOf(engagements);
  }

  /** The staffing after one more fact. */
  public Staffing evolve(Fact fact) {
    return fact.event() instanceof WorkforceEvent event ? after(event, fact.day()) : this;
  }

  /** The engagements of a professional at the end of a day. */
  public List<Engagement> of(ProfessionalId who, EffectiveDay day) {
    return heldOn(day, e -> e.professional().equals(who)).toList();
  }

  /** The FTE that a professional works at the end of a day. */
  public BigDecimal fteOf(ProfessionalId who, EffectiveDay day) {
    return sum(heldOn(day, e -> e.professional().equals(who)));
  }

  /**
   * The FTE in which a post is filled at the end of a day. A holder and who came after to replace
   * them fill one place, as wide as the wider side; who replaces nobody any more fills a place of
   * their own.
   */
  public BigDecimal fteIn(PostId post, EffectiveDay day) {
    List<Engagement> held = heldOn(day, e -> e.post().equals(post)).toList();
    return IntStream.range(0, held.size())
        .filter(at -> held.subList(0, at).stream().noneMatch(held.get(at)::isSubstituteOf))
        .mapToObj(at -> place(at, held))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal place(int at, List<Engagement> held) {
    return IntStream.range(at + 1, held.size())
        .filter(later -> held.get(later).isSubstituteOf(held.get(at)))
        .mapToObj(later -> place(later, held))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .max(held.get(at).fte().value());
  }

  /** The staffing if a professional filled a post from a day on. */
  public Staffing filled(PostFilled event, EffectiveDay day) {
    return with(
        new Engagement(
            event.postId(), event.professional(), event.fte(), day, null, event.replaces()));
  }

  /** What a post is: its team and profession. */
  public static Boundary openingOf(PostId id) {
    return Boundary.only(Set.of(PostOpened.class), Tag.of(id));
  }

  /** The days from one on, up to another if given, on which somebody comes, goes or changes. */
  public Stream<EffectiveDay> changes(EffectiveDay from, @Nullable EffectiveDay to) {
    Stream<EffectiveDay> engaged =
        engagements.stream()
            .flatMap(e -> Stream.of(Optional.of(e.from()), Optional.ofNullable(e.until())))
            .flatMap(Optional::stream);
    Stream<EffectiveDay> budgeted =
        posts.values().stream()
            .flatMap(
                post ->
                    Stream.concat(
                        post.budget().keySet().stream(), Stream.ofNullable(post.closedOn())));
    return Stream.concat(engaged, budgeted)
        .filter(day -> day.isAfter(from) && (to == null || !day.isAfter(to)))
        .distinct();
  }

  /** The posts that engagements name. */
  public Set<PostId> postsNamed() {
    return engagements.stream().map(Engagement::post).collect(Collectors.toUnmodifiableSet());
  }

  /** A post, if it was read. */
  public Optional<Post> post(PostId id) {
    return Optional.ofNullable(posts.get(id));
  }

  private Stream<Engagement> heldOn(EffectiveDay day, Predicate<Engagement> which) {
    return engagements.stream().filter(which).filter(e -> e.holdsOn(day));
  }

  private static BigDecimal sum(Stream<Engagement> engagements) {
    return engagements.map(e -> e.fte().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private Staffing after(WorkforceEvent event, EffectiveDay day) {
    return switch (event) {
      case PostOpened e -> with(e.postId(), Post.opened(e.team(), e.profession(), day, e.fte()));
      case PostResized e ->
          post(e.postId()).map(p -> with(e.postId(), p.resized(day, e.fte()))).orElse(this);
      case PostFilled e -> filled(e, day);
      case WorkingTimeChanged e -> changed(e.postId(), e.professional(), e.fte(), day);
      case PostVacated e -> ended(e.postId(), e.professional(), day);
      case PostClosed e -> post(e.postId()).map(p -> with(e.postId(), p.closed(day))).orElse(this);
      case TerritoryCreated _, TeamCreated _, CaseloadAboveCeiling _ -> this;
    };
  }

  private Staffing with(PostId id, Post post) {
    var more = new HashMap<>(posts);
    more.put(id, post);
    return new Staffing(more, engagements);
  }

  private Staffing with(Engagement engagement) {
    var more = new ArrayList<>(engagements);
    more.add(engagement);
    return new Staffing(posts, more);
  }

  private Staffing changed(PostId post, ProfessionalId who, Fte fte, EffectiveDay day) {
    return engaged(
        e -> e.runs(post, who) ? Stream.of(e.endedOn(day), e.at(fte, day)) : Stream.of(e));
  }

  private Staffing ended(PostId post, ProfessionalId who, EffectiveDay day) {
    Staffing left = engaged(e -> Stream.of(e.runs(post, who) ? e.endedOn(day) : e));
    return engagements.stream()
        .filter(e -> e.runs(post, who))
        .flatMap(e -> Stream.ofNullable(e.replaces()))
        .findFirst()
        .map(replaced -> left.inherited(post, who, replaced, day))
        .orElse(left);
  }

  /** Who replaced a substitute that leaves goes on in the place of whom that one replaced. */
  private Staffing inherited(
      PostId post, ProfessionalId left, ProfessionalId replaced, EffectiveDay day) {
    return engaged(
        e ->
            e.runs(post, e.professional()) && left.equals(e.replaces())
                ? Stream.of(e.endedOn(day), e.inPlaceOf(replaced, day))
                : Stream.of(e));
  }

  private Staffing engaged(Function<Engagement, Stream<Engagement>> change) {
    return new Staffing(
        posts, engagements.stream().flatMap(change).filter(Engagement::lasts).toList());
  }
}
