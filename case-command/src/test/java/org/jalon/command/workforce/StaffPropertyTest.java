package org.jalon.command.workforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jalon.command.Facts;
import org.jalon.command.decision.Boundary;
import org.jalon.command.decision.Decider;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Draft;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Rounds;
import org.jalon.command.state.Engagement;
import org.jalon.command.state.Post;
import org.jalon.command.state.StaffStory;
import org.jalon.command.state.Staffing;
import org.jalon.kernel.Actor;
import org.jalon.kernel.ActorId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.EffectiveOn;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.command.ChangeWorkingTime;
import org.jalon.kernel.command.ClosePost;
import org.jalon.kernel.command.FillPost;
import org.jalon.kernel.command.VacatePost;
import org.jalon.kernel.timeline.Fact;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is asked, in whatever order of days: no post too full, nobody beyond full time. */
class StaffPropertyTest {

  private static final List<PostId> POSTS = List.of(new PostId("p-1"), new PostId("p-2"));
  private static final List<ProfessionalId> PEOPLE = List.of(Facts.ANA, Facts.BOB, Facts.ZOE);
  private static final List<String> FTES = List.of("0.2", "0.5", "0.8", "1");
  private static final EffectiveDay TODAY = EffectiveDay.of(2026, 7, 1);

  static Stream<Long> seeds() {
    return Stream.iterate(1L, seed -> seed + 1).limit(300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void posts_and_people_stay_within_their_fte_on_every_day(long seed) {
    var random = new Random(seed);
    List<Fact> facts = new ArrayList<>();
    POSTS.forEach(
        post ->
            record(
                facts,
                new Draft(Facts.postOpened(post, Facts.TEAM, "AS", "1"), on(1), new UUID(0, 0))));
    Map<Boolean, Integer> answers = new HashMap<>();
    for (int act = 0; act < 60; act++) {
      Decision decision = ask(random, facts);
      if (decision instanceof Decision.Accepted(var drafts)) {
        drafts.forEach(draft -> record(facts, draft));
      }
      answers.merge(decision instanceof Decision.Accepted, 1, Integer::sum);
      holds(StaffStory.of(facts).staffing());
    }
    assertThat(answers).containsKeys(true, false);
  }

  private static void holds(Staffing staffing) {
    Comparator<EffectiveDay> byDay = Comparator.naturalOrder();
    for (EffectiveDay day : staffing.changes(EffectiveDay.FIRST, null).sorted(byDay).toList()) {
      for (ProfessionalId who : PEOPLE) {
        assertThat(staffing.fteOf(who, day)).isLessThanOrEqualTo(BigDecimal.ONE);
        assertThat(staffing.of(who, day).stream().map(Engagement::post)).doesNotHaveDuplicates();
      }
      for (PostId id : POSTS) {
        Post post = staffing.post(id).orElseThrow();
        assertThat(staffing.fteIn(id, day))
            .as("%s on %s", id, day)
            .isLessThanOrEqualTo(post.standsOn(day) ? post.budgetOn(day).value() : BigDecimal.ZERO);
      }
    }
  }

  private static Decision ask(Random random, List<Fact> facts) {
    EffectiveOn on = on(1 + random.nextInt(40));
    PostId post = POSTS.get(random.nextInt(POSTS.size()));
    ProfessionalId who = PEOPLE.get(random.nextInt(PEOPLE.size()));
    String fte = FTES.get(random.nextInt(FTES.size()));
    ProfessionalId replaced =
        random.nextInt(3) == 0 ? PEOPLE.get(random.nextInt(PEOPLE.size())) : null;
    return switch (random.nextInt(12)) {
      case 0 -> decide(new ClosingPost(), new ClosePost(post), on, facts);
      case 1, 2, 3 ->
          decide(
              new ChangingWorkingTime(),
              new ChangeWorkingTime(post, who, Facts.fte(fte)),
              on,
              facts);
      case 4, 5, 6 -> decide(new VacatingPost(), new VacatePost(post, who), on, facts);
      default ->
          decide(new FillingPost(), new FillPost(post, who, Facts.fte(fte), replaced), on, facts);
    };
  }

  private static <C, S> Decision decide(
      Decider<C, S> decider, C command, EffectiveOn on, List<Fact> facts) {
    var intent =
        new Intent<>(
            command,
            new UUID(7, facts.size()),
            new Actor(new ActorId("local"), null, null),
            on,
            TODAY,
            ZoneOffset.UTC);
    return Rounds.decide(decider, intent, boundary -> admitted(boundary, facts));
  }

  private static Collection<Fact> admitted(Boundary boundary, List<Fact> facts) {
    return facts.stream().filter(boundary::admits).toList();
  }

  private static void record(List<Fact> facts, Draft draft) {
    facts.add(
        new Fact(facts.size() + 1L, draft.effectiveOn().day(), draft.commandId(), draft.event()));
  }

  private static EffectiveOn on(int day) {
    return new EffectiveOn(new EffectiveDay(LocalDate.of(2026, 1, 1).plusDays(day * 5L)), null);
  }
}
