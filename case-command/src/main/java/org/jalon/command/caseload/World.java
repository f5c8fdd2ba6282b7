package org.jalon.command.caseload;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jalon.command.decision.Draft;
import org.jalon.command.state.CaseStory;
import org.jalon.command.state.Engagement;
import org.jalon.command.state.Mandate;
import org.jalon.command.state.Once;
import org.jalon.command.state.Post;
import org.jalon.command.state.Programmes;
import org.jalon.command.state.Staffing;
import org.jalon.command.state.Unrecorded;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.kernel.norm.Ceiling;
import org.jalon.kernel.norm.NormScope;
import org.jalon.kernel.norm.Norms;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * All that a decision across subjects has read: cases, posts, programmes and norms, each told from
 * its own timeline. What was not read is not there.
 */
public final class World {

  private final Map<CaseId, CaseStory> cases;
  private final Supplier<Map<ProfessionalId, List<Mandate>>> mandates;
  private final List<Fact> elsewhere;
  private final Staffing staffing;
  private final Programmes programmes;
  private final Norms norms;
  private final Map<TeamId, Fact> teams;

  private World(
      Map<CaseId, CaseStory> cases,
      List<Fact> elsewhere,
      Staffing staffing,
      Programmes programmes,
      Norms norms,
      Map<TeamId, Fact> teams) {
    this.cases = Map.copyOf(cases);
    this.mandates = Once.of(() -> byReferent(this.cases.values()));
    this.elsewhere = elsewhere;
    this.staffing = staffing;
    this.programmes = programmes;
    this.norms = norms;
    this.teams = teams;
  }

  private static World of(Map<CaseId, CaseStory> cases, List<Fact> elsewhere) {
    Timeline timeline = Timeline.of(elsewhere);
    return new World(
        cases,
        List.copyOf(elsewhere),
        timeline.fold(Staffing.NOBODY, Staffing::evolve),
        timeline.fold(Programmes.SHIPPED, Programmes::evolve),
        timeline.fold(Norms.SHIPPED, Norms::evolve),
        timeline.facts().stream()
            .filter(fact -> fact.event() instanceof TeamCreated)
            .collect(
                Collectors.toUnmodifiableMap(
                    fact -> ((TeamCreated) fact.event()).teamId(), fact -> fact, (one, _) -> one)));
  }

  private static Map<ProfessionalId, List<Mandate>> byReferent(Collection<CaseStory> stories) {
    return stories.stream()
        .flatMap(story -> story.life().mandates().stream())
        .collect(Collectors.groupingBy(Mandate::referent));
  }

  /** Tells the facts apart by their subjects. */
  public static World of(Collection<Fact> facts) {
    Map<CaseId, List<Fact>> ofCases = new HashMap<>();
    List<Fact> elsewhere = new ArrayList<>();
    for (Fact fact : facts) {
      Event.caseOf(fact.event())
          .map(id -> ofCases.computeIfAbsent(id, _ -> new ArrayList<>()))
          .orElse(elsewhere)
          .add(fact);
    }
    Map<CaseId, CaseStory> cases = new HashMap<>();
    ofCases.forEach((id, own) -> cases.put(id, CaseStory.of(own)));
    return of(cases, elsewhere);
  }

  /** The same with facts of cases put in where they belong. */
  public World withCaseFacts(Collection<Draft> drafts) {
    Map<CaseId, List<Draft>> byCase =
        drafts.stream().collect(Collectors.groupingBy(d -> Event.caseOf(d.event()).orElseThrow()));
    Map<CaseId, CaseStory> next = new HashMap<>(cases);
    byCase.forEach((id, own) -> next.put(id, story(id).with(own)));
    return new World(next, elsewhere, staffing, programmes, norms, teams);
  }

  /** The same with facts of posts, programmes or norms put in where they belong. */
  public World withOtherFacts(Collection<Draft> drafts) {
    var more = new ArrayList<>(elsewhere);
    more.addAll(Unrecorded.facts(drafts));
    return of(cases, more);
  }

  /** What was read of a case. */
  public CaseStory story(CaseId id) {
    return cases.getOrDefault(id, CaseStory.EMPTY);
  }

  /** The cases of which anything was read. */
  public Map<CaseId, CaseStory> cases() {
    return cases;
  }

  /** What was read of posts and who holds them. */
  public Staffing staffing() {
    return staffing;
  }

  /** The facts that are of no case, as they were recorded. */
  public List<Fact> elsewhere() {
    return elsewhere;
  }

  /** What was read of programmes. */
  public Programmes programmes() {
    return programmes;
  }

  /** What was read of norms. */
  public Norms norms() {
    return norms;
  }

  /** The territory of a team, if it was read. */
  public Optional<TerritoryId> territoryOf(TeamId team) {
    return Optional.ofNullable(teams.get(team))
        .map(fact -> ((TeamCreated) fact.event()).territory());
  }

  /** Whether a team was created by a day. */
  public boolean hasTeam(TeamId team, EffectiveDay day) {
    return Optional.ofNullable(teams.get(team))
        .filter(fact -> !fact.day().isAfter(day))
        .isPresent();
  }

  /** The teams of the posts that a professional holds at the end of a day. */
  public Set<TeamId> teamsOf(ProfessionalId who, EffectiveDay day) {
    return staffing.of(who, day).stream()
        .flatMap(engagement -> staffing.post(engagement.post()).stream())
        .map(Post::team)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The open cases of which a professional is referent at the end of a day. */
  public int load(ProfessionalId who, EffectiveDay day) {
    return loads(who).on(day);
  }

  /** The open cases of which a professional is referent at the end of every day. */
  public Steps loads(ProfessionalId who) {
    return Steps.of(mandates.get().getOrDefault(who, List.of()));
  }

  /** What {@link #ceiling} is at the end of every day. */
  public Steps ceilings(ProfessionalId who, @Nullable ProgrammeId programme) {
    Stream<EffectiveDay> engaged =
        staffing.engagements().stream()
            .filter(one -> one.professional().equals(who))
            .flatMap(one -> Stream.concat(Stream.of(one.from()), Stream.ofNullable(one.until())));
    List<EffectiveDay> days = Stream.concat(engaged, norms.changes()).distinct().toList();
    return Steps.of(days, day -> ceiling(who, day, programme));
  }

  /**
   * How many open cases a professional may have at the end of a day, by {@link Ceiling}.
   *
   * @param programme of the case that is to be added; absent when none is
   */
  public int ceiling(ProfessionalId who, EffectiveDay day, @Nullable ProgrammeId programme) {
    List<Ceiling.Engaged> held =
        staffing.of(who, day).stream()
            .map(one -> new Ceiling.Engaged(one.fte(), placeOf(one, programme)))
            .toList();
    return Ceiling.of(held, norms, day);
  }

  /** What is stated of an engagement when norms are resolved. */
  public NormScope placeOf(Engagement held, @Nullable ProgrammeId programme) {
    Optional<Post> post = staffing.post(held.post());
    Optional<TeamId> team = post.map(Post::team);
    return new NormScope(
        programme,
        team.orElse(null),
        team.flatMap(this::territoryOf).orElse(null),
        post.map(Post::profession).orElse(null));
  }
}
