package org.jalon.command.norms;

import static org.jalon.command.Facts.ANA;
import static org.jalon.command.Facts.CASE;
import static org.jalon.command.Facts.HOUSEHOLD;
import static org.jalon.command.Facts.HOUSING;
import static org.jalon.command.Facts.NORTH;
import static org.jalon.command.Facts.OTHER_POST;
import static org.jalon.command.Facts.OTHER_TEAM;
import static org.jalon.command.Facts.POLYVALENCE;
import static org.jalon.command.Facts.POST;
import static org.jalon.command.Facts.SOUTH;
import static org.jalon.command.Facts.TEAM;
import static org.jalon.command.Facts.assigned;
import static org.jalon.command.Facts.cases;
import static org.jalon.command.Facts.created;
import static org.jalon.command.Facts.defined;
import static org.jalon.command.Facts.filled;
import static org.jalon.command.Facts.opened;
import static org.jalon.command.Facts.postOpened;
import static org.jalon.command.StaffFacts.EVERYBODY;
import static org.jalon.command.StaffFacts.annulled;
import static org.jalon.command.StaffFacts.ceilingOf;
import static org.jalon.command.StaffFacts.in;
import static org.jalon.command.StaffFacts.of;
import static org.jalon.command.decision.Specification.fact;
import static org.jalon.command.decision.Specification.on;

import org.jalon.command.assigning.AssigningReferent;
import org.jalon.command.caseload.CaseloadRule;
import org.jalon.command.decision.Specification;
import org.jalon.kernel.command.AssignReferent;
import org.jalon.kernel.norm.NormScope;
import org.junit.jupiter.api.Test;

/** The ceiling of an assignment is that of the norms in force, engagement by engagement. */
class CeilingOfNormsTest {

  private static final AssignReferent ASSIGN = new AssignReferent(CASE, ANA, null);

  private final Specification<AssignReferent> assigning =
      Specification.of(new AssigningReferent())
          .given(
              fact("2020-01-01", created(TEAM, NORTH)),
              fact("2020-01-01", postOpened(POST, TEAM, "AS", "1")),
              fact("2020-01-01", filled(POST, ANA, "1")))
          .given(cases(10, ANA, "2026-02-01"))
          .given(fact("2026-02-01", opened(CASE)));

  @Test
  void a_norm_for_everybody_changes_the_ceiling_from_its_day_on() {
    assigning
        .given(fact("2026-06-01", ceilingOf(EVERYBODY, 10)))
        .when(ASSIGN, on("2026-06-01"))
        .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED)
        .saying("11 open cases on 2026-06-01", "is 10");
    assigning
        .given(fact("2026-07-02", ceilingOf(EVERYBODY, 10)))
        .when(ASSIGN, on("2026-06-01").today("2026-07-01"))
        .then(assigned(CASE, ANA));
  }

  @Test
  void a_norm_between_the_effective_day_and_today_counts() {
    assigning
        .given(fact("2026-06-01", ceilingOf(EVERYBODY, 10)))
        .when(ASSIGN, on("2026-03-01"))
        .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED)
        .saying("on 2026-06-01");
  }

  @Test
  void a_norm_of_the_team_the_territory_or_the_profession_is_for_whom_it_says() {
    refusedUnder(in(TEAM));
    refusedUnder(in(NORTH));
    refusedUnder(of("AS"));
    acceptedUnder(in(OTHER_TEAM));
    acceptedUnder(in(SOUTH));
    acceptedUnder(of("CESF"));
  }

  @Test
  void a_norm_of_a_programme_is_for_cases_that_are_added_in_it() {
    refusedUnder(in(POLYVALENCE));
    acceptedUnder(in(HOUSING));
    var inHousing =
        Specification.of(new AssigningReferent())
            .given(
                fact("2020-01-01", defined(HOUSING)),
                fact("2020-01-01", postOpened(POST, TEAM, "AS", "1")),
                fact("2020-01-01", filled(POST, ANA, "1")))
            .given(cases(10, ANA, "2026-02-01"))
            .given(fact("2026-02-01", opened(CASE, HOUSEHOLD, HOUSING)));
    inHousing
        .given(fact("2026-01-01", ceilingOf(in(HOUSING), 10)))
        .when(ASSIGN, on("2026-03-01"))
        .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED);
    inHousing
        .given(fact("2026-01-01", ceilingOf(in(POLYVALENCE), 10)))
        .when(ASSIGN, on("2026-03-01"))
        .then(assigned(CASE, ANA));
  }

  @Test
  void the_most_specific_norm_counts() {
    assigning
        .given(
            fact("2026-01-01", ceilingOf(of("AS"), 10)),
            fact("2026-01-01", ceilingOf(in(NORTH), 11)))
        .when(ASSIGN, on("2026-03-01"))
        .then(assigned(CASE, ANA));
    assigning
        .given(
            fact("2026-01-01", ceilingOf(in(TEAM), 11)),
            fact("2026-01-01", ceilingOf(in(POLYVALENCE), 10)))
        .when(ASSIGN, on("2026-03-01"))
        .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED);
  }

  @Test
  void a_later_norm_of_the_same_scope_takes_the_place_of_an_earlier_one() {
    assigning
        .given(
            fact("2026-01-01", ceilingOf(in(TEAM), 10)),
            fact("2026-05-01", ceilingOf(in(TEAM), 30)))
        .when(ASSIGN, on("2026-05-01"))
        .then(assigned(CASE, ANA));
  }

  @Test
  void an_annulled_norm_does_not_count() {
    assigning
        .given(
            fact("2026-01-01", ceilingOf(in(TEAM), 10)),
            fact("2026-06-01", annulled(25, "NormAdopted", "norm:all")))
        .when(ASSIGN, on("2026-05-01"))
        .then(assigned(CASE, ANA));
  }

  @Test
  void each_engagement_brings_the_ceiling_of_its_own_place() {
    var twoPosts =
        Specification.of(new AssigningReferent())
            .given(
                fact("2020-01-01", created(TEAM, NORTH)),
                fact("2020-01-01", created(OTHER_TEAM, SOUTH)),
                fact("2020-01-01", postOpened(POST, TEAM, "AS", "1")),
                fact("2020-01-01", postOpened(OTHER_POST, OTHER_TEAM, "AS", "1")),
                fact("2020-01-01", filled(POST, ANA, "0.5")),
                fact("2020-01-01", filled(OTHER_POST, ANA, "0.5")),
                fact("2020-01-01", ceilingOf(in(TEAM), 15)),
                fact("2020-01-01", ceilingOf(in(SOUTH), 6)))
            .given(fact("2026-02-01", opened(CASE)));
    twoPosts
        .given(cases(9, ANA, "2026-02-01"))
        .when(ASSIGN, on("2026-03-01"))
        .then(assigned(CASE, ANA));
    twoPosts
        .given(cases(10, ANA, "2026-02-01"))
        .when(ASSIGN, on("2026-03-01"))
        .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED)
        .saying("is 10");
  }

  @Test
  void a_ceiling_of_less_than_one_case_still_admits_one() {
    var small =
        Specification.of(new AssigningReferent())
            .given(
                fact("2020-01-01", postOpened(POST, TEAM, "AS", "1")),
                fact("2020-01-01", filled(POST, ANA, "0.3")),
                fact("2020-01-01", ceilingOf(EVERYBODY, 2)))
            .given(fact("2026-02-01", opened(CASE)));
    small.when(ASSIGN, on("2026-03-01")).then(assigned(CASE, ANA));
    small
        .given(cases(1, ANA, "2026-02-01"))
        .when(ASSIGN, on("2026-03-01"))
        .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED);
  }

  private void refusedUnder(NormScope scope) {
    assigning
        .given(fact("2026-01-01", ceilingOf(scope, 10)))
        .when(ASSIGN, on("2026-03-01"))
        .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED);
  }

  private void acceptedUnder(NormScope scope) {
    assigning
        .given(fact("2026-01-01", ceilingOf(scope, 10)))
        .when(ASSIGN, on("2026-03-01"))
        .then(assigned(CASE, ANA));
  }
}
