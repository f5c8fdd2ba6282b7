package org.jalon.standalone.sides;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jalon.command.state.CaseLife;
import org.jalon.command.state.CaseStory;
import org.jalon.command.state.StaffStory;
import org.jalon.command.state.Staffing;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.event.CaseEvent;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.EntryRedacted;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.NarrativeResealed;
import org.jalon.kernel.event.PostFilled;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.timeline.Timeline;
import org.jalon.query.casefile.CaseFile;
import org.jalon.workload.span.CaseHistory;
import org.jalon.workload.span.CaseStanding;
import org.jalon.workload.span.Dated;
import org.jalon.workload.span.PostHistory;
import org.jalon.workload.span.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who decides and who reads tell the same of every day, as known at every position. */
class TwoSidesTest {

  private static final int ACTS = 600;
  private static final int SEEDS = 20;

  /** Texts only; they change no state. */
  private static final Set<Class<?>> OF_TEXTS =
      Set.of(EntryRedacted.class, NarrativeResealed.class);

  private static final String[] MILESTONES = {
    "AccompanimentStarted", "CaseClosed", "HandOverProposed", "ReferentAssigned", "ReferentChanged"
  };

  static LongStream seeds() {
    return LongStream.concat(
        LongStream.rangeClosed(1, SEEDS), LongStream.of(new Random().nextLong()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void both_sides_tell_the_same_state(long seed) {
    List<Fact> facts = new RandomCasework(seed).after(ACTS);
    for (int asOf = 1; asOf <= facts.size(); asOf++) {
      List<Fact> known = facts.subList(0, asOf);
      Optional<CaseId> moved = Event.caseOf(known.getLast().event());
      if (moved.isPresent()) {
        sameCase("seed %d, position %d".formatted(seed, asOf), known, moved.get());
      } else {
        sameStaff("seed %d, position %d".formatted(seed, asOf), known);
      }
    }
  }

  /** Casework in which something never happens would prove nothing of it. */
  @Test
  void the_casework_meets_every_kind_of_fact_late_corrected_and_annulled() {
    var met = new HashMap<Class<?>, Integer>();
    var corrected = new TreeSet<String>();
    var annulled = new TreeSet<String>();
    var late = new TreeSet<String>();
    int inherited = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      List<Fact> facts = new RandomCasework(seed).after(ACTS);
      inherited += inheritedPlaces(facts);
      EffectiveDay latest = EffectiveDay.FIRST;
      for (Fact fact : facts) {
        met.merge(fact.event().getClass(), 1, Integer::sum);
        if (fact.event() instanceof EntryRectified rectified) {
          (rectified.replacement() == null ? annulled : corrected).add(rectified.entry());
        } else if (fact.day().isBefore(latest)) {
          late.add(fact.event().getClass().getSimpleName());
        }
        latest = latest.orLater(fact.day());
      }
    }
    assertThat(met.keySet())
        .containsAll(kinds(Event.class).filter(kind -> !OF_TEXTS.contains(kind)).toList());
    assertThat(corrected).contains(MILESTONES).contains("PostFilled", "WorkingTimeChanged");
    assertThat(annulled).contains(MILESTONES).contains("PostFilled", "PostVacated");
    assertThat(late).contains(MILESTONES).contains("CaseReopened", "WorkingTimeChanged");
    assertThat(inherited).isPositive();
  }

  /** Places that a substitute came to because another substitute left. */
  private static int inheritedPlaces(List<Fact> facts) {
    List<PostFilled> filled =
        facts.stream()
            .map(Fact::event)
            .filter(PostFilled.class::isInstance)
            .map(PostFilled.class::cast)
            .toList();
    return (int)
        StaffStory.of(facts).staffing().engagements().stream()
            .filter(it -> it.replaces() != null)
            .filter(
                it ->
                    filled.stream()
                        .noneMatch(
                            as ->
                                as.professional().equals(it.professional())
                                    && it.replaces().equals(as.replaces())))
            .count();
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(TwoSidesTest::kinds)
        : Stream.of(type);
  }

  private static void sameCase(String where, List<Fact> known, CaseId id) {
    var boundary = CaseLife.wholeLifeOf(id);
    CaseStory written = CaseStory.of(known.stream().filter(boundary::admits).toList());
    Timeline read = Timeline.of(ownFacts(known, id));
    List<Dated<CaseStanding>> spans = CaseHistory.of(read);
    for (EffectiveDay day : days(read)) {
      SeenCase decided = SeenCase.of(written.life(day));
      assertThat(SeenCase.of(read.until(day).fold(CaseFile.INITIAL, CaseFile::evolve)))
          .as("%s: case %s on %s", where, id, day)
          .isEqualTo(decided);
      List<CaseStanding> standing =
          spans.stream().filter(span -> span.on(day)).map(Dated::value).toList();
      assertThat(standing.stream().map(TwoSidesTest::counted))
          .as("%s: standing of %s on %s", where, id, day)
          .isEqualTo(counted(decided));
    }
  }

  /** The stage and the referent by which an open case is counted. */
  private static List<String> counted(SeenCase seen) {
    return switch (seen.stage()) {
      case "INTAKE", "ACTIVE" -> List.of(seen.stage() + " " + seen.referent());
      default -> List.of();
    };
  }

  private static String counted(CaseStanding standing) {
    ProfessionalId referent = standing.referent();
    Stage stage = standing.stage();
    assertThat(stage == Stage.INTAKE).isEqualTo(referent == null && stage != Stage.ACTIVE);
    return "%s %s"
        .formatted(
            stage == Stage.ASSIGNED ? Stage.INTAKE : stage,
            referent == null ? "-" : referent.value());
  }

  /** What was recorded of a case, and the rectifications of that, found without tags. */
  private static List<Fact> ownFacts(List<Fact> known, CaseId id) {
    Set<Long> own =
        known.stream()
            .filter(fact -> fact.event() instanceof CaseEvent event && event.caseId().equals(id))
            .map(Fact::position)
            .collect(Collectors.toSet());
    return known.stream()
        .filter(
            fact ->
                fact.event() instanceof EntryRectified rectified
                    ? own.contains(rectified.position())
                    : own.contains(fact.position()))
        .toList();
  }

  private static void sameStaff(String where, List<Fact> known) {
    Staffing staffing = StaffStory.of(known).staffing();
    Timeline timeline = Timeline.of(known);
    Collection<PostHistory> histories =
        staffing.posts().keySet().stream()
            .map((PostId id) -> PostHistory.of(id, timeline))
            .toList();
    var people =
        Stream.of(0, 1, 2, 3, 4).map(n -> new ProfessionalId("p" + n)).collect(Collectors.toSet());
    for (EffectiveDay day : days(timeline)) {
      assertThat(SeenStaff.of(histories, day))
          .as("%s: staff on %s", where, day)
          .isEqualTo(SeenStaff.of(staffing, people, day));
    }
  }

  /**
   * The days on which something known happened, and the days before and after: all others are like
   * one of them.
   */
  private static Set<EffectiveDay> days(Timeline known) {
    return known.facts().stream()
        .flatMap(fact -> Stream.of(-1, 0, 1).map(by -> fact.day().value().plusDays(by)))
        .map(EffectiveDay::new)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
