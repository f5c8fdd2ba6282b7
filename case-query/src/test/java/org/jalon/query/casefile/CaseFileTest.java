package org.jalon.query.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.jalon.query.Facts.*;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.event.ClosureReason;
import org.jalon.kernel.event.ForeignNumberKept;
import org.jalon.kernel.event.Outcome;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.timeline.Timeline;
import org.junit.jupiter.api.Test;

final class CaseFileTest {

  private static final LocalDate DUE = LocalDate.of(2026, 6, 30);

  private static final List<Fact> ACCOMPANIED =
      List.of(
          at(1, march(1), opened(CASE)),
          at(2, march(2), proposed(CASE)),
          at(3, march(3), agreed(CASE)),
          at(4, march(4), objective(CASE, DUE)),
          at(5, march(5), planned(CASE, DUE)),
          at(6, march(6), assigned(CASE, ANA)),
          at(7, march(7), started(CASE)));

  @Test
  void nothing_recorded_is_an_unopened_case() {
    assertThat(after(List.of())).isEqualTo(new CaseFile.Unopened());
  }

  @Test
  void an_opened_case_is_in_intake() {
    assertThat(after(List.of(at(1, march(1), opened(CASE)))))
        .isInstanceOfSatisfying(
            CaseFile.Intake.class,
            intake -> {
              assertThat(intake.opening().caseId()).isEqualTo(CASE);
              assertThat(intake.opening().team()).isEqualTo(TEAM);
              assertThat(intake.opening().on()).isEqualTo(march(1));
              assertThat(intake.prepared()).isEqualTo(Accompaniment.NONE);
            });
  }

  @Test
  void the_number_that_a_case_has_elsewhere_is_shown_at_every_stage() {
    Text number = new Text(9, new Narrative.Written("2019/0815-A"));
    Fact kept = at(9, march(20), new ForeignNumberKept(CASE, number.narrative()));
    List<Fact> intake = List.of(at(1, march(1), opened(CASE)));
    List<Fact> over = List.of(intake.getFirst(), at(2, march(2), closed(CASE)));

    assertThat(Stream.of(intake, ACCOMPANIED, over).map(facts -> after(with(facts, kept))))
        .extracting(CaseFileTest::opening)
        .extracting(Opening::foreignNumber)
        .containsExactly(number, number, number);
    assertThat(opening(after(ACCOMPANIED)).foreignNumber()).isNull();
    assertThat(after(List.of(kept))).isEqualTo(new CaseFile.Unopened());
  }

  private static List<Fact> with(List<Fact> facts, Fact one) {
    return Stream.concat(facts.stream(), Stream.of(one)).toList();
  }

  private static Opening opening(CaseFile file) {
    return switch (file) {
      case CaseFile.Intake intake -> intake.opening();
      case CaseFile.Active active -> active.opening();
      case CaseFile.Closed over -> over.opening();
      case CaseFile.Unopened _ -> throw new AssertionError("not opened");
    };
  }

  @Test
  void a_started_accompaniment_shows_all_that_led_to_it() {
    Accompaniment current = active(after(ACCOMPANIED)).current();

    assertThat(current.proposedOn()).isEqualTo(march(2));
    assertThat(current.adhesionOn()).isEqualTo(march(3));
    assertThat(current.plannedUntil()).isEqualTo(DUE);
    assertThat(current.mandate()).isEqualTo(new Accompaniment.Mandate(ANA, march(6)));
    assertThat(current.start()).isEqualTo(new Accompaniment.Start(march(7), true));
    assertThat(current.objectives())
        .extracting(Objective::state)
        .containsOnly(Objective.State.OPEN);
    assertThat(current.objectives().getFirst().text())
        .isEqualTo(new Text(4, new Narrative.Written("a home of their own")));
  }

  @Test
  void the_world_orders_facts_not_the_record() {
    CaseFile file =
        after(
            List.of(
                at(1, march(1), opened(CASE)),
                at(2, march(9), assigned(CASE, BEN)),
                at(3, march(5), assigned(CASE, ANA))));

    assertThat(file)
        .asInstanceOf(type(CaseFile.Intake.class))
        .extracting(intake -> intake.prepared().mandate())
        .isEqualTo(new Accompaniment.Mandate(BEN, march(9)));
  }

  @Test
  void facts_of_later_days_are_not_there_yet() {
    assertThat(until(march(6), ACCOMPANIED)).isInstanceOf(CaseFile.Intake.class);
    assertThat(until(march(7), ACCOMPANIED)).isInstanceOf(CaseFile.Active.class);
  }

  @Test
  void an_evaluation_may_be_repeated_until_the_objective_is_met() {
    CaseFile file =
        after(
            ACCOMPANIED,
            at(8, march(8), evaluated(CASE, Outcome.NOT_MET)),
            at(9, march(9), evaluated(CASE, Outcome.MET)));

    Objective objective = active(file).current().objectives().getFirst();
    assertThat(objective.state()).isEqualTo(Objective.State.MET);
    assertThat(objective.evaluations())
        .extracting(Objective.Evaluation::outcome)
        .containsExactly(Outcome.NOT_MET, Outcome.MET);
  }

  @Test
  void an_abandoned_objective_is_settled() {
    CaseFile file = after(ACCOMPANIED, at(8, march(8), abandoned(CASE)));

    assertThat(active(file).current().objectives())
        .extracting(Objective::state)
        .containsExactly(Objective.State.ABANDONED);
  }

  @Test
  void an_admission_above_the_ceiling_stays_visible() {
    CaseFile file = after(ACCOMPANIED, at(8, march(8), admitted(CASE)));

    assertThat(active(file).current().admission())
        .extracting(Accompaniment.Admission::load, Accompaniment.Admission::ceiling)
        .containsExactly(26, 25);
  }

  @Test
  void a_new_accompaniment_starts_without_adhesion_objectives_duration_or_referent() {
    CaseFile file =
        after(ACCOMPANIED, at(8, march(8), ended(CASE)), at(9, march(9), proposed(CASE)));

    assertThat(file)
        .isInstanceOfSatisfying(
            CaseFile.Intake.class,
            intake -> {
              assertThat(intake.prepared()).isEqualTo(Accompaniment.NONE.proposed(march(9)));
              assertThat(intake.past()).hasSize(1);
              assertThat(intake.past().getFirst().ending())
                  .isEqualTo(
                      new Accompaniment.Ending(march(8), ClosureReason.OBJECTIVES_MET, null));
              assertThat(intake.past().getFirst().mandate())
                  .isEqualTo(new Accompaniment.Mandate(ANA, march(6)));
            });
  }

  @Test
  void a_closed_case_keeps_what_was_and_takes_nothing_more() {
    CaseFile closed =
        after(ACCOMPANIED, at(8, march(8), ended(CASE)), at(9, march(8), closed(CASE)));

    assertThat(closed)
        .isInstanceOfSatisfying(
            CaseFile.Closed.class,
            over -> {
              assertThat(over.on()).isEqualTo(march(8));
              assertThat(over.reason()).isEqualTo(ClosureReason.OTHER);
              assertThat(over.past()).hasSize(1);
            });
    for (Fact late :
        List.of(
            at(10, march(9), opened(CASE)),
            at(10, march(9), assigned(CASE, BEN)),
            at(10, march(9), started(CASE)),
            at(10, march(9), ended(CASE)),
            at(10, march(9), closed(CASE)))) {
      assertThat(CaseFile.evolve(closed, late)).isEqualTo(closed);
    }
  }

  @Test
  void every_fact_twice_is_every_fact_once() {
    List<Fact> twice = Stream.concat(ACCOMPANIED.stream(), ACCOMPANIED.stream()).toList();

    assertThat(after(twice)).isEqualTo(after(ACCOMPANIED));
  }

  @Test
  void interventions_change_no_stage() {
    CaseFile file = after(ACCOMPANIED);

    assertThat(CaseFile.evolve(file, at(8, march(8), intervention(CASE, "i1")))).isEqualTo(file);
  }

  @Test
  void a_passed_duration_and_an_overdue_objective_are_flagged_from_the_day_after() {
    CaseFile file = after(ACCOMPANIED);

    assertThat(Flag.of(file, DUE)).isEmpty();
    assertThat(Flag.of(file, DUE.plusDays(1)))
        .containsExactly(Flag.DURATION_ENDED, Flag.OBJECTIVE_OVERDUE);
    assertThat(
            Flag.of(
                after(ACCOMPANIED, at(8, march(8), evaluated(CASE, Outcome.MET))), DUE.plusDays(1)))
        .containsExactly(Flag.DURATION_ENDED);
  }

  private static CaseFile.Active active(CaseFile file) {
    assertThat(file).isInstanceOf(CaseFile.Active.class);
    return (CaseFile.Active) file;
  }

  private static CaseFile after(List<Fact> facts, Fact... more) {
    return Timeline.of(Stream.concat(facts.stream(), Stream.of(more)).toList())
        .fold(CaseFile.INITIAL, CaseFile::evolve);
  }

  private static CaseFile until(EffectiveDay day, List<Fact> facts) {
    return Timeline.of(facts).until(day).fold(CaseFile.INITIAL, CaseFile::evolve);
  }
}
