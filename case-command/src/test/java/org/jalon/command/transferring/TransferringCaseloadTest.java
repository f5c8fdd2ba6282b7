package org.jalon.command.transferring;

import static org.jalon.command.Facts.ANA;
import static org.jalon.command.Facts.BOB;
import static org.jalon.command.Facts.HEAD_POST;
import static org.jalon.command.Facts.OTHER_POST;
import static org.jalon.command.Facts.OTHER_TEAM;
import static org.jalon.command.Facts.POLYVALENCE;
import static org.jalon.command.Facts.TEAM;
import static org.jalon.command.Facts.ZOE;
import static org.jalon.command.Facts.among;
import static org.jalon.command.Facts.assigned;
import static org.jalon.command.Facts.bobInPost;
import static org.jalon.command.Facts.caseClosed;
import static org.jalon.command.Facts.cases;
import static org.jalon.command.Facts.changed;
import static org.jalon.command.Facts.filled;
import static org.jalon.command.Facts.handOverProposed;
import static org.jalon.command.Facts.opened;
import static org.jalon.command.Facts.postOpened;
import static org.jalon.command.Facts.released;
import static org.jalon.command.Facts.text;
import static org.jalon.command.Facts.works;
import static org.jalon.command.decision.Specification.fact;
import static org.jalon.command.decision.Specification.on;

import java.util.List;
import java.util.stream.IntStream;
import org.jalon.command.caseload.CaseloadRule;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Specification;
import org.jalon.command.decision.Specification.Given;
import org.jalon.kernel.ActorId;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.HouseholdId;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.command.Override;
import org.jalon.kernel.command.TransferCaseload;
import org.jalon.kernel.command.TransferCaseload.Handed;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.event.CaseloadCeilingOverridden;
import org.junit.jupiter.api.Test;

class TransferringCaseloadTest {

  private static final ProfessionalId EVE = new ProfessionalId("eve");
  private static final PostId EVES_POST = new PostId("p-eve");
  private static final CaseId ONE = new CaseId("load-1");
  private static final CaseId TWO = new CaseId("load-2");
  private static final CaseId THREE = new CaseId("load-3");
  private static final Narrative WHY = text("Ana leaves");

  private final Specification<TransferCaseload> transferring =
      Specification.of(new TransferringCaseload());
  private final Specification<TransferCaseload> three =
      transferring.given(cases(3, ANA, "2026-01-05"));
  private final Specification<TransferCaseload> both =
      three.given(bobInPost("1")).given(inPost(EVE, EVES_POST, "1"));

  @Test
  void cases_go_to_others_at_once_without_being_accepted() {
    both.when(transfer(to(ONE, BOB), to(TWO, EVE), to(THREE, BOB)), on("2026-03-01"))
        .then(
            changed(ONE, ANA, BOB, "2026-03-31"),
            changed(TWO, ANA, EVE, "2026-03-31"),
            changed(THREE, ANA, BOB, "2026-03-31"));
  }

  @Test
  void what_is_left_out_stays() {
    both.when(transfer(to(TWO, BOB)), on("2026-03-01")).then(changed(TWO, ANA, BOB, "2026-03-31"));
  }

  @Test
  void a_transfer_names_1_to_1000_cases() {
    both.when(transfer(), on("2026-03-01"))
        .thenRefused(TransferRule.TRANSFER_EMPTY)
        .atField("cases");
    both.when(transfer(many(1_001)), on("2026-03-01"))
        .thenRefused(TransferRule.TOO_MANY_CASES)
        .atField("cases")
        .saying("1001", "1000", "split");
  }

  @Test
  void it_has_happened() {
    both.when(transfer(to(ONE, BOB)), on("2026-07-02")).thenRefused(CommonRule.EFFECTIVE_IN_FUTURE);
  }

  @Test
  void every_case_is_named_once() {
    both.when(transfer(to(ONE, BOB), to(TWO, BOB), to(ONE, EVE)), on("2026-03-01"))
        .thenRefused(TransferRule.CASE_TWICE)
        .atField("cases/2/caseId")
        .about(ONE)
        .saying("load-1", "place 0");
  }

  @Test
  void one_wrong_case_refuses_the_whole_and_every_reason_is_named() {
    var unknown = new CaseId("nowhere");
    both.given(
            fact("2026-02-01", caseClosed(TWO)),
            fact("2026-02-01", changed(THREE, ANA, EVE, "2026-03-03")))
        .when(
            transfer(to(ONE, BOB), to(TWO, BOB), to(THREE, BOB), to(unknown, BOB), to(ONE, ZOE)),
            on("2026-03-01"))
        .thenRefused(
            CommonRule.CASE_CLOSED,
            TransferRule.NOT_REFERENT,
            CommonRule.CASE_UNKNOWN,
            TransferRule.CASE_TWICE)
        .atField("cases/1/caseId", "cases/2/caseId", "cases/3/caseId", "cases/4/caseId")
        .about(TWO, THREE, unknown, ONE)
        .saying("ana is not referent of case load-3 on 2026-03-01, eve is");
  }

  @Test
  void several_reasons_of_one_case_are_all_named() {
    both.given(fact("2026-02-01", released(ONE, ANA)))
        .when(transfer(to(ONE, ZOE)), on("2026-03-01"))
        .thenRefused(TransferRule.NOT_REFERENT, CaseloadRule.NOT_IN_POST)
        .atField("cases/0/caseId", "cases/0/to")
        .about(ONE, ONE)
        .saying("nobody is", "zoe holds no post on 2026-03-01");
  }

  @Test
  void nobody_takes_their_own_cases() {
    both.when(transfer(to(ONE, ANA)), on("2026-03-01"))
        .thenRefused(CaseloadRule.REFERENT_ALREADY_ASSIGNED)
        .atField("cases/0/to")
        .about(ONE);
  }

  @Test
  void receivers_are_of_a_profession_that_the_programme_admits() {
    three
        .given(
            fact("2020-01-01", postOpened(OTHER_POST, TEAM, "SMS", "1")),
            fact("2020-01-01", filled(OTHER_POST, BOB, "1")))
        .when(transfer(to(ONE, BOB)), on("2026-03-01"))
        .thenRefused(CaseloadRule.PROFESSION_NOT_ALLOWED)
        .atField("cases/0/to")
        .about(ONE);
  }

  @Test
  void the_ceiling_holds_for_the_sum_of_what_each_receiver_gets() {
    var narrow = three.given(bobInPost("0.08")).given(inPost(EVE, EVES_POST, "0.04"));
    narrow
        .when(transfer(to(ONE, BOB), to(TWO, BOB), to(THREE, EVE)), on("2026-03-01"))
        .then(
            changed(ONE, ANA, BOB, "2026-03-31"),
            changed(TWO, ANA, BOB, "2026-03-31"),
            changed(THREE, ANA, EVE, "2026-03-31"));
    narrow
        .when(transfer(to(ONE, BOB), to(TWO, BOB), to(THREE, BOB)), on("2026-03-01"))
        .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED)
        .atField("cases/2/to")
        .about(THREE)
        .saying("bob would have 3 open cases on 2026-03-01", "FTE 0.08 is 2");
    narrow
        .when(transfer(to(ONE, EVE), to(TWO, EVE), to(THREE, EVE)), on("2026-03-01"))
        .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED, CaseloadRule.CASELOAD_CEILING_REACHED)
        .atField("cases/1/to", "cases/2/to")
        .about(TWO, THREE)
        .saying("2 open cases", "3 open cases");
  }

  @Test
  void on_every_day_up_to_today() {
    var later =
        three.given(bobInPost("0.12")).given(fact("2026-05-01", works(BOB, OTHER_POST, "0.08")));
    var all = transfer(to(ONE, BOB), to(TWO, BOB), to(THREE, BOB));
    later
        .when(all, on("2026-03-01").today("2026-04-30"))
        .then(
            changed(ONE, ANA, BOB, "2026-03-31"),
            changed(TWO, ANA, BOB, "2026-03-31"),
            changed(THREE, ANA, BOB, "2026-03-31"));
    later
        .when(all, on("2026-03-01"))
        .thenRefused(CaseloadRule.CASELOAD_CEILING_REACHED)
        .about(THREE)
        .saying("3 open cases on 2026-05-01");
    later
        .given(fact("2026-04-15", caseClosed(ONE)))
        .when(all, on("2026-03-01"))
        .then(
            changed(ONE, ANA, BOB, "2026-03-31"),
            changed(TWO, ANA, BOB, "2026-03-31"),
            changed(THREE, ANA, BOB, "2026-03-31"));
  }

  @Test
  void a_late_transfer_takes_no_ground_from_what_came_after() {
    both.given(fact("2026-04-01", released(TWO, ANA)))
        .when(transfer(to(ONE, BOB), to(TWO, BOB)), on("2026-03-01"))
        .thenRefused(CommonRule.CONTRADICTS_RECORDED_FACT)
        .atField("cases/1/caseId")
        .about(TWO)
        .saying("ReferentReleased", "2026-04-01", "ana would not be referent");
  }

  @Test
  void a_case_not_opened_yet_is_named() {
    both.given(fact("2026-03-05", opened(new CaseId("late"), new HouseholdId("h-l"), POLYVALENCE)))
        .when(transfer(to(new CaseId("late"), BOB)), on("2026-03-01"))
        .thenRefused(CommonRule.CONTRADICTS_RECORDED_FACT)
        .atField("cases/0/caseId")
        .about("late");
  }

  @Test
  void a_hand_over_that_waited_is_over() {
    both.given(fact("2026-02-01", handOverProposed(ONE, ANA, EVE)))
        .when(transfer(to(ONE, BOB)), on("2026-03-01"))
        .then(changed(ONE, ANA, BOB, "2026-03-31"));
  }

  @Test
  void a_head_admits_exactly_the_cases_above_the_ceiling() {
    three
        .given(bobInPost("0.04"))
        .given(head(TEAM))
        .when(admitting(to(ONE, BOB), to(TWO, BOB), to(THREE, BOB)), on("2026-03-01"))
        .then(
            changed(ONE, ANA, BOB, "2026-03-31"),
            changed(TWO, ANA, BOB, "2026-03-31"),
            new CaseloadCeilingOverridden(TWO, BOB, 2, 1, new ActorId("zoe"), WHY),
            changed(THREE, ANA, BOB, "2026-03-31"),
            new CaseloadCeilingOverridden(THREE, BOB, 3, 1, new ActorId("zoe"), WHY));
  }

  @Test
  void who_admits_is_looked_at_for_every_case() {
    var elsewhere = new CaseId("c-elsewhere");
    three
        .given(
            fact(
                "2026-01-05",
                new CaseOpened(elsewhere, new HouseholdId("h-e"), POLYVALENCE, OTHER_TEAM)),
            fact("2026-01-05", assigned(elsewhere, ANA)))
        .given(bobInPost("0.04"))
        .given(head(TEAM))
        .when(admitting(to(ONE, BOB), to(TWO, BOB), to(elsewhere, BOB)), on("2026-03-01"))
        .thenRefused(CaseloadRule.OVERRIDE_NOT_ALLOWED)
        .atField("override")
        .about(elsewhere)
        .saying("zoe", "HEAD");
  }

  private static List<Given> head(TeamId team) {
    return among(
        "2020-01-01", postOpened(HEAD_POST, team, "HEAD", "1"), filled(HEAD_POST, ZOE, "1"));
  }

  private static List<Given> inPost(ProfessionalId who, PostId post, String fte) {
    return among("2020-01-01", postOpened(post, TEAM, "AS", "1"), filled(post, who, fte));
  }

  private static TransferCaseload transfer(Handed... cases) {
    return new TransferCaseload(ANA, List.of(cases), null);
  }

  private static TransferCaseload admitting(Handed... cases) {
    return new TransferCaseload(ANA, List.of(cases), new Override(WHY, new ActorId("zoe")));
  }

  private static Handed[] many(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(n -> to(new CaseId("load-" + n), BOB))
        .toArray(Handed[]::new);
  }

  private static Handed to(CaseId id, ProfessionalId receiver) {
    return new Handed(id, receiver);
  }
}
