package org.jalon.query.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.jalon.query.Facts.*;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.event.CaseReopened;
import org.jalon.kernel.event.ClosureReason;
import org.jalon.kernel.event.ForeignNumberKept;
import org.jalon.kernel.event.HandOverDeclined;
import org.jalon.kernel.event.HandOverWithdrawn;
import org.jalon.kernel.event.Outcome;
import org.jalon.kernel.event.ReferentReleased;
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
    var number = new Narrative.Written("2019/0815-A");
    Fact kept = at(9, march(20), new ForeignNumberKept(CASE, number));
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
    assertThat(current.mandate()).hasValue(Mandate.begun(ANA, march(6)));
    assertThat(current.start()).isEqualTo(new Accompaniment.Start(march(7), true));
    assertThat(current.objectives())
        .extracting(Objective::state)
        .containsOnly(Objective.State.OPEN);
    assertThat(current.objectives().getFirst().text())
        .isEqualTo(new Narrative.Written("a home of their own"));
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
        .extracting(intake -> intake.prepared().mandates())
        .isEqualTo(
            List.of(new Mandate(ANA, march(5), march(9), null), Mandate.begun(BEN, march(9))));
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

    Accompaniment current = active(file).current();
    assertThat(current.mandate().flatMap(current::admission))
        .get()
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
              assertThat(intake.past().accompaniments()).hasSize(1);
              Accompaniment over = intake.past().accompaniments().getFirst();
              assertThat(over.ending())
                  .isEqualTo(
                      new Accompaniment.Ending(march(8), ClosureReason.OBJECTIVES_MET, null));
              assertThat(over.mandate()).hasValue(new Mandate(ANA, march(6), march(8), null));
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
              assertThat(over.past().accompaniments()).hasSize(1);
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
  void a_hand_over_waits_until_it_is_answered() {
    Fact offer = at(8, march(8), handOver(CASE, ANA, BEN));
    HandOver pending =
        new HandOver(ANA, BEN, march(8), DUE, new Narrative.Written("moved to the other sector"));

    assertThat(active(after(ACCOMPANIED, offer)).current().handOver()).isEqualTo(pending);
    for (Fact answer :
        List.of(
            at(9, march(9), new HandOverDeclined(CASE, BEN, null)),
            at(9, march(9), new HandOverWithdrawn(CASE, BEN, null)))) {
      Accompaniment current = active(after(ACCOMPANIED, offer, answer)).current();
      assertThat(current.handOver()).isNull();
      assertThat(current.mandates()).containsExactly(Mandate.begun(ANA, march(6)));
    }
  }

  @Test
  void an_accepted_hand_over_ends_one_mandate_with_an_overlap_and_begins_the_next() {
    Accompaniment current =
        active(
                after(
                    ACCOMPANIED,
                    at(8, march(8), handOver(CASE, ANA, BEN)),
                    at(9, march(10), changed(CASE, ANA, BEN, DUE))))
            .current();

    assertThat(current.handOver()).isNull();
    assertThat(current.mandates())
        .containsExactly(new Mandate(ANA, march(6), march(10), DUE), Mandate.begun(BEN, march(10)));
    assertThat(current.mandate()).hasValue(Mandate.begun(BEN, march(10)));
  }

  @Test
  void an_admission_belongs_to_the_mandate_of_its_referent() {
    Accompaniment current =
        active(
                after(
                    ACCOMPANIED,
                    at(8, march(6), admitted(CASE)),
                    at(9, march(10), changed(CASE, ANA, BEN, DUE))))
            .current();

    assertThat(current.mandates())
        .extracting(mandate -> current.admission(mandate).isPresent())
        .containsExactly(true, false);
  }

  @Test
  void an_admission_stays_with_its_mandate_when_the_day_of_that_was_corrected() {
    for (int day : new int[] {3, 9}) {
      Accompaniment current =
          active(
                  after(
                      ACCOMPANIED,
                      at(8, march(6), admitted(CASE)),
                      at(9, march(20), replaced(CASE, 6, march(day), assigned(CASE, ANA)))))
              .current();
      assertThat(current.admission(Mandate.begun(ANA, march(day)))).isPresent();
    }
  }

  @Test
  void a_released_case_has_nobody_until_the_next_is_assigned() {
    Fact release = at(8, march(8), new ReferentReleased(CASE, ANA, null));
    CaseFile released = after(ACCOMPANIED, at(9, march(7), handOver(CASE, ANA, BEN)), release);

    assertThat(active(released).current().mandate()).isEmpty();
    assertThat(active(released).current().handOver()).isNull();
    assertThat(Flag.of(released, DUE)).containsExactly(Flag.UNASSIGNED);
    CaseFile assigned = after(ACCOMPANIED, release, at(9, march(12), assigned(CASE, BEN)));
    assertThat(active(assigned).current().mandates())
        .containsExactly(new Mandate(ANA, march(6), march(8), null), Mandate.begun(BEN, march(12)));
    assertThat(Flag.of(assigned, DUE)).isEmpty();
  }

  @Test
  void a_closure_cancels_a_pending_hand_over_and_ends_the_mandate() {
    CaseFile file =
        after(ACCOMPANIED, at(8, march(8), handOver(CASE, ANA, BEN)), at(9, march(9), ended(CASE)));

    assertThat(file)
        .isInstanceOfSatisfying(
            CaseFile.Intake.class,
            intake -> {
              Accompaniment over = intake.past().accompaniments().getFirst();
              assertThat(over.handOver()).isNull();
              assertThat(over.mandates())
                  .containsExactly(new Mandate(ANA, march(6), march(9), null));
            });
  }

  @Test
  void a_reopened_case_is_in_intake_with_nothing_but_its_past() {
    var back = new Narrative.Written("they came back");
    CaseFile file =
        after(
            ACCOMPANIED,
            at(8, march(8), ended(CASE)),
            at(9, march(8), closed(CASE)),
            at(10, march(20), new CaseReopened(CASE, back)));

    assertThat(file)
        .isInstanceOfSatisfying(
            CaseFile.Intake.class,
            intake -> {
              assertThat(intake.opening().on()).isEqualTo(march(1));
              assertThat(intake.prepared()).isEqualTo(Accompaniment.NONE);
              assertThat(intake.past().accompaniments()).hasSize(1);
              assertThat(intake.past().closures())
                  .containsExactly(
                      new Closure(
                          new Accompaniment.Ending(
                              march(8),
                              ClosureReason.OTHER,
                              new Narrative.Written("they went home")),
                          march(20),
                          back));
            });
    CaseFile again = after(List.of(), reopenedThenClosed());
    assertThat(again)
        .isInstanceOfSatisfying(
            CaseFile.Closed.class, over -> assertThat(over.on()).isEqualTo(march(9)));
  }

  private static Fact[] reopenedThenClosed() {
    return new Fact[] {
      at(1, march(1), opened(CASE)),
      at(2, march(2), closed(CASE)),
      at(3, march(5), new CaseReopened(CASE, null)),
      at(4, march(9), closed(CASE))
    };
  }

  @Test
  void what_was_annulled_is_gone_and_what_was_replaced_stands_in_its_place() {
    assertThat(after(ACCOMPANIED, at(8, march(20), annulled(CASE, 7))))
        .isEqualTo(after(ACCOMPANIED.subList(0, 6)));
    Fact late = at(8, march(20), replaced(CASE, 6, march(4), assigned(CASE, BEN)));
    assertThat(active(after(ACCOMPANIED, late)).current().mandates())
        .containsExactly(Mandate.begun(BEN, march(4)));
    assertThat(active(after(ACCOMPANIED, late, at(9, march(21), annulled(CASE, 6)))).current())
        .extracting(Accompaniment::mandates)
        .isEqualTo(List.of());
  }

  @Test
  void a_met_or_abandoned_objective_changes_no_more() {
    for (Fact last :
        List.of(at(8, march(8), evaluated(CASE, Outcome.MET)), at(8, march(8), abandoned(CASE)))) {
      CaseFile file = after(ACCOMPANIED, last);
      assertThat(CaseFile.evolve(file, at(9, march(9), evaluated(CASE, Outcome.NOT_MET))))
          .isEqualTo(file);
      assertThat(CaseFile.evolve(file, at(9, march(9), abandoned(CASE)))).isEqualTo(file);
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
