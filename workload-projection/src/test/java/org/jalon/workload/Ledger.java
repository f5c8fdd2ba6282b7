package org.jalon.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.PostId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jalon.kernel.event.AccompanimentClosed;
import org.jalon.kernel.event.AccompanimentStarted;
import org.jalon.kernel.event.CaseClosed;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.event.CaseReopened;
import org.jalon.kernel.event.CaseloadAboveCeiling;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.NormAdopted;
import org.jalon.kernel.event.ProgrammeDefined;
import org.jalon.kernel.event.ReferentAssigned;
import org.jalon.kernel.event.ReferentChanged;
import org.jalon.kernel.event.ReferentReleased;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.kernel.event.TerritoryCreated;
import org.jalon.kernel.norm.NormScope;
import org.jalon.kernel.norm.Norms;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.timeline.Timeline;
import org.jalon.workload.caseload.CaseByCase;
import org.jalon.workload.caseload.Directory;
import org.jalon.workload.caseload.Entry;
import org.jalon.workload.caseload.History;
import org.jalon.workload.caseload.Surroundings;
import org.jalon.workload.span.CaseHistory;
import org.jalon.workload.span.Dated;
import org.jalon.workload.span.Engagement;
import org.jalon.workload.span.PostHistory;
import org.jalon.workload.span.Subject;
import org.jspecify.annotations.Nullable;

/** Facts in memory and, recomputed from all of them each time, the caseload they amount to. */
public final class Ledger {

  private final List<Fact> facts = new ArrayList<>();

  public Ledger record(EffectiveDay day, Event... events) {
    for (Event event : events) {
      facts.add(new Fact(facts.size() + 1L, day, UUID.randomUUID(), event));
    }
    return this;
  }

  /** What was recorded at a position. */
  public Event at(long position) {
    return facts.get(Math.toIntExact(position - 1)).event();
  }

  public long head() {
    return facts.size();
  }

  public CaseByCase on(EffectiveDay day) {
    return on(day, head());
  }

  /** The caseload at the end of a day as known at a position. */
  public CaseByCase on(EffectiveDay day, long position) {
    Timeline known = known(position);
    return new History(
            bySubject(known, Subject.Kind.CASE).values().stream()
                .flatMap(timeline -> CaseHistory.of(timeline).stream())
                .filter(span -> span.value().stage().weight() > 0)
                .toList(),
            new Surroundings(
                engagements(known),
                entries(
                    known,
                    TerritoryCreated.class,
                    it -> new Directory.Territory(it.territoryId(), it.label().value())),
                entries(
                    known,
                    TeamCreated.class,
                    it -> new Directory.Team(it.teamId(), it.territory(), it.label().value())),
                entries(
                    known,
                    ProgrammeDefined.class,
                    it ->
                        new Directory.Programme(
                            it.programmeId(), it.label().value(), it.professions())),
                entries(known, NormAdopted.class, it -> it)))
        .on(day);
  }

  /** Active cases by referent on a day, told without spans, straight from the timelines. */
  public Map<String, Long> active(EffectiveDay day, long position) {
    return plain(day, position)
        .filter(Plain::active)
        .collect(Collectors.groupingBy(Plain::referent, Collectors.counting()));
  }

  /**
   * Open alerts in the plainest terms, {@code code who since position}, each day before told anew.
   *
   * @param first before which nothing happened
   */
  public List<String> alerts(EffectiveDay on, long position, EffectiveDay first) {
    Timeline known = known(position);
    var alerts = new ArrayList<String>();
    for (String who : professionals(known)) {
      EffectiveDay above = on;
      EffectiveDay orphaned = on;
      while (!above.isBefore(first) && load(who, above, position) > ceiling(known, who, above)) {
        above = before(above);
      }
      while (!orphaned.isBefore(first)
          && load(who, orphaned, position) > 0
          && held(known, who, orphaned).isEmpty()) {
        orphaned = before(orphaned);
      }
      EffectiveDay last = above;
      known.facts().stream()
          .filter(fact -> fact.day().isAfter(last) && !fact.day().isAfter(on))
          .filter(fact -> fact.event() instanceof CaseloadAboveCeiling it && is(it, who))
          .findFirst()
          .map(fact -> "ABOVE_CEILING %s %s %d".formatted(who, fact.day(), fact.position()))
          .or(
              () ->
                  falls(known, who, last, on)
                      ? Optional.of("ABOVE_CEILING %s %s null".formatted(who, after(last)))
                      : Optional.empty())
          .ifPresent(alerts::add);
      if (orphaned.isBefore(on)) {
        alerts.add("ORPHANED %s %s null".formatted(who, after(orphaned)));
      }
    }
    return alerts;
  }

  /** Whether the ceiling is lower on any day after one, up to another, than on the day before. */
  private static boolean falls(Timeline known, String who, EffectiveDay after, EffectiveDay to) {
    for (EffectiveDay day = after; day.isBefore(to); day = after(day)) {
      if (ceiling(known, who, after(day)) < ceiling(known, who, day)) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(CaseloadAboveCeiling alert, String who) {
    return alert.professional().value().equals(who);
  }

  private static SortedSet<String> professionals(Timeline known) {
    return known.facts().stream()
        .flatMap(
            fact ->
                switch (fact.event()) {
                  case ReferentAssigned it -> Stream.of(it.referent().value());
                  case ReferentChanged it -> Stream.of(it.to().value());
                  case CaseloadAboveCeiling it -> Stream.of(it.professional().value());
                  default -> Stream.<String>empty();
                })
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private int load(String who, EffectiveDay day, long position) {
    return Math.toIntExact(
        plain(day, position).filter(it -> it.open() && it.referent().equals(who)).count());
  }

  private static List<Engagement> held(Timeline known, String who, EffectiveDay day) {
    return engagements(known).stream()
        .filter(span -> span.on(day) && span.value().professional().value().equals(who))
        .map(Dated::value)
        .toList();
  }

  private static int ceiling(Timeline known, String who, EffectiveDay day) {
    Norms norms = known.fold(Norms.SHIPPED, Norms::evolve);
    List<Engagement> held = held(known, who, day);
    double sum =
        held.stream()
            .mapToDouble(
                it -> {
                  var place =
                      new NormScope(
                          null, it.team(), territory(known, it.team(), day), it.profession());
                  return it.fte().value().doubleValue() * norms.inForce(place, day).ceiling();
                })
            .sum();
    return held.isEmpty() ? 0 : Math.max(1, (int) Math.floor(sum + 1e-9));
  }

  private static @Nullable TerritoryId territory(Timeline known, TeamId team, EffectiveDay day) {
    List<Fact> created =
        known.facts().stream()
            .filter(fact -> fact.event() instanceof TeamCreated it && it.teamId().equals(team))
            .toList();
    return created.stream()
        .filter(fact -> !fact.day().isAfter(day))
        .reduce((_, later) -> later)
        .or(() -> created.stream().findFirst())
        .map(fact -> ((TeamCreated) fact.event()).territory())
        .orElse(null);
  }

  private Stream<Plain> plain(EffectiveDay day, long position) {
    return bySubject(known(position), Subject.Kind.CASE).values().stream()
        .map(timeline -> timeline.until(day).fold(Plain.UNKNOWN, Plain::after));
  }

  private static EffectiveDay before(EffectiveDay day) {
    return new EffectiveDay(day.value().minusDays(1));
  }

  private static EffectiveDay after(EffectiveDay day) {
    return new EffectiveDay(day.value().plusDays(1));
  }

  /** A case in the plainest terms. */
  private record Plain(boolean born, boolean open, boolean active, String referent) {

    private static final String NOBODY = "(unassigned)";
    static final Plain UNKNOWN = new Plain(false, false, false, NOBODY);

    Plain after(Fact fact) {
      return switch (fact.event()) {
        case CaseOpened _ -> new Plain(true, true, false, NOBODY);
        case CaseReopened _ when born && !open -> new Plain(true, true, false, NOBODY);
        case ReferentAssigned it when open -> under(it.referent().value());
        case ReferentChanged it when open -> under(it.to().value());
        case ReferentReleased _ when open -> under(NOBODY);
        case AccompanimentStarted _ when open -> new Plain(true, true, true, referent);
        case AccompanimentClosed _ when open -> new Plain(true, true, false, NOBODY);
        case CaseClosed _ -> new Plain(born, false, false, NOBODY);
        default -> this;
      };
    }

    private Plain under(String next) {
      return new Plain(true, true, active, next);
    }
  }

  private Timeline known(long position) {
    return Timeline.of(facts.stream().filter(fact -> fact.position() <= position).toList());
  }

  private static List<Dated<Engagement>> engagements(Timeline known) {
    return bySubject(known, Subject.Kind.POST).entrySet().stream()
        .flatMap(
            post ->
                PostHistory.of(new PostId(post.getKey()), post.getValue()).engagements().stream())
        .toList();
  }

  /** The facts that are left once all was rectified, by subject. */
  private static Map<String, Timeline> bySubject(Timeline known, Subject.Kind kind) {
    Map<String, List<Fact>> bySubject =
        known.facts().stream()
            .filter(
                fact -> Subject.movedBy(fact.event()).filter(it -> it.kind() == kind).isPresent())
            .collect(
                Collectors.groupingBy(fact -> Subject.movedBy(fact.event()).orElseThrow().id()));
    var timelines = new TreeMap<String, Timeline>();
    bySubject.forEach((id, own) -> timelines.put(id, Timeline.of(own)));
    return timelines;
  }

  private static <E extends Event, V> List<Entry<V>> entries(
      Timeline known, Class<E> type, Function<E, V> value) {
    return known.facts().stream()
        .filter(fact -> type.isInstance(fact.event()))
        .map(fact -> new Entry<>(value.apply(type.cast(fact.event())), fact.day(), fact.position()))
        .toList();
  }
}
