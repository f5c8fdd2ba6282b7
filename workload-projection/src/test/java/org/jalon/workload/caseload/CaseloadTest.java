package org.jalon.workload.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jalon.workload.Facts.accompanied;
import static org.jalon.workload.Facts.ended;
import static org.jalon.workload.Facts.filled;
import static org.jalon.workload.Facts.march;
import static org.jalon.workload.Facts.post;
import static org.jalon.workload.Facts.programme;
import static org.jalon.workload.Facts.replaced;
import static org.jalon.workload.Facts.team;
import static org.jalon.workload.Facts.territory;
import static org.jalon.workload.Facts.vacated;

import java.util.List;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.workload.Ledger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Figures worked by hand: in team T1 ana (AS, 1.0) has 22 cases, ben (CESF, 0.5) none, sue (SMS,
 * 0.8) one and hal heads; in team T2 cleo (AS, 0.5) has 13.
 */
final class CaseloadTest {

  private final Ledger ledger = new Ledger();

  @BeforeEach
  void two_teams() {
    ledger.record(
        march(1),
        territory("N"),
        team("T1", "N"),
        team("T2", "N"),
        post("p1", "T1", "AS", "1"),
        post("p2", "T1", "CESF", "1"),
        post("p3", "T1", "SMS", "1"),
        post("p4", "T1", "HEAD", "1"),
        post("p5", "T2", "AS", "1"),
        filled("p1", "ana", "1"),
        filled("p2", "ben", "0.5"),
        filled("p3", "sue", "0.8"),
        filled("p4", "hal", "1"),
        filled("p5", "cleo", "0.5"));
    cases("a", 22, "ana");
    cases("s", 1, "sue");
    cases("c", 13, "cleo");
  }

  @Test
  void by_referent() {
    assertThat(rows(Dimension.REFERENT, Selection.ALL))
        .containsExactly(
            "ana 22 fte 1/1/1 = 22.00/22.00/22.00 of 20 ALERT []",
            "ben 0 fte 0/0.5/0.5 = -/0.00/0.00 of 20 WITHIN [WITHOUT_FTE]",
            "cleo 13 fte 0.5/0.5/0.5 = 26.00/26.00/26.00 of 20 CEILING []",
            "sue 1 fte 0.8/0.8/0.8 = 1.25/1.25/1.25 of null WITHIN [OUTSIDE_STANDARD]");
  }

  @Test
  void by_team_the_standard_is_an_average_and_the_head_stays_outside() {
    assertThat(rows(Dimension.TEAM, Selection.ALL))
        .containsExactly(
            "T1 23 fte 1.8/2.3/2.3 = 12.78/10.00/10.00 of 20 WITHIN [OUTSIDE_STANDARD]",
            "T2 13 fte 0.5/0.5/0.5 = 26.00/26.00/26.00 of 20 ABOVE_STANDARD []");
  }

  @Test
  void by_territory() {
    assertThat(rows(Dimension.TERRITORY, Selection.ALL))
        .containsExactly(
            "N 36 fte 2.3/2.8/2.8 = 15.65/12.86/12.86 of 20 WITHIN [OUTSIDE_STANDARD]");
  }

  @Test
  void by_profession_sms_has_no_standard() {
    assertThat(rows(Dimension.PROFESSION, Selection.ALL))
        .containsExactly(
            "AS 35 fte 1.5/1.5/1.5 = 23.33/23.33/23.33 of 20 ABOVE_STANDARD []",
            "CESF 0 fte 0/0.5/0.5 = -/0.00/0.00 of 20 WITHIN [WITHOUT_FTE]",
            "SMS 1 fte 0.8/0.8/0.8 = 1.25/1.25/1.25 of null null [OUTSIDE_STANDARD]");
  }

  @Test
  void by_programme_the_fte_is_that_of_the_allowed_professions_and_shared() {
    ledger.record(march(1), programme("budget", "CESF"));

    assertThat(rows(Dimension.PROGRAMME, Selection.ALL))
        .containsExactly(
            "budget 0 fte 0/0.5/0.5 = -/0.00/0.00 of 20 WITHIN [FTE_SHARED, WITHOUT_FTE]",
            "polyvalence 36 fte 1.5/2.0/2.0 = 24.00/18.00/18.00 of 20 WITHIN"
                + " [OUTSIDE_STANDARD, FTE_SHARED]");
  }

  @Test
  void a_selection_narrows_cases_and_fte_alike() {
    var team = new Selection(null, new TeamId("T1"), null, null, null);
    var profession = new Selection(new ProfessionId("AS"), null, null, null, null);
    var programme = new Selection(null, null, null, new ProgrammeId("none"), null);

    assertThat(rows(Dimension.PROFESSION, team))
        .contains("AS 22 fte 1/1/1 = 22.00/22.00/22.00 of 20 ABOVE_STANDARD []");
    assertThat(rows(Dimension.TEAM, profession))
        .contains("T1 22 fte 1/1/1 = 22.00/22.00/22.00 of 20 ABOVE_STANDARD []");
    assertThat(ledger.on(march(2)).caseload().rows(Dimension.TEAM, programme))
        .allSatisfy(row -> assertThat(row.cases()).isZero())
        .allSatisfy(row -> assertThat(row.flags()).contains(Flag.FTE_SHARED));
  }

  @Test
  void a_case_back_in_intake_does_not_count_from_that_day_on() {
    ledger.record(march(4), ended("s1"));

    assertThat(count("sue", 3)).isOne();
    assertThat(count("sue", 4)).isZero();
  }

  @Test
  void more_than_fifty_per_fte_is_flagged() {
    ledger.record(march(1), post("p6", "T2", "AS", "1"), filled("p6", "dan", "0.1"));
    cases("d", 6, "dan");

    assertThat(rows(Dimension.REFERENT, Selection.ALL))
        .contains("dan 6 fte 0.1/0.1/0.1 = 60.00/60.00/60.00 of 20 CEILING [OVER_50]");
  }

  @Test
  void a_referent_is_measured_against_all_that_is_contracted() {
    ledger.record(
        march(1),
        post("p6", "T2", "AS", "1"),
        filled("p6", "dan", "0.5"),
        post("p7", "T2", "SMS", "1"),
        filled("p7", "dan", "0.4"));
    cases("d", 12, "dan");

    assertThat(rows(Dimension.REFERENT, Selection.ALL))
        .contains("dan 12 fte 0.9/0.5/0.5 = 13.33/24.00/24.00 of 20 WITHIN []");
  }

  @Test
  void the_cases_of_an_orphan_have_no_fte_to_be_divided_by() {
    ledger.record(march(4), vacated("p5", "cleo"));

    assertThat(
            ledger.on(march(4)).caseload().rows(Dimension.TEAM, Selection.ALL).stream()
                .map(this::told))
        .contains("T2 13 fte 0/0/0 = -/-/- of 20 null [ORPHANED, WITHOUT_FTE]");
  }

  @Test
  void who_is_replaced_leaves_the_denominators_meanwhile() {
    ledger.record(march(4), replaced("p1", "eve", "1", "ana"));

    assertThat(
            ledger.on(march(4)).caseload().rows(Dimension.REFERENT, Selection.ALL).stream()
                .map(this::told))
        .contains(
            "ana 22 fte 0/0/0 = -/-/- of 20 null [WITHOUT_FTE]",
            "eve 0 fte 0/1/1 = -/0.00/0.00 of 20 WITHIN [WITHOUT_FTE]");
  }

  @Test
  void a_day_before_everything_has_no_rows() {
    assertThat(
            ledger.on(EffectiveDay.of(2026, 2, 28)).caseload().rows(Dimension.TEAM, Selection.ALL))
        .isEmpty();
  }

  @Test
  void every_row_counts_exactly_its_cases() {
    for (Dimension by : Dimension.values()) {
      CaseByCase caseload = ledger.on(march(2));
      List<CaseloadRow> rows = caseload.caseload().rows(by, Selection.ALL);
      assertThat(rows)
          .allSatisfy(
              row -> assertThat(caseload.cases(by, row.id(), Selection.ALL)).hasSize(row.cases()));
      assertThat(rows.stream().mapToInt(CaseloadRow::cases).sum()).isEqualTo(36);
    }
  }

  private void cases(String prefix, int number, String referent) {
    for (int i = 1; i <= number; i++) {
      ledger.record(march(1), accompanied(prefix + i, null, referent));
    }
  }

  private int count(String referent, int day) {
    return ledger.on(march(day)).cases(Dimension.REFERENT, referent, Selection.ALL).size();
  }

  private List<String> rows(Dimension by, Selection selection) {
    return ledger.on(march(2)).caseload().rows(by, selection).stream().map(this::told).toList();
  }

  private String told(CaseloadRow row) {
    return "%s %d fte %s/%s/%s = %s/%s/%s of %s %s %s"
        .formatted(
            row.id(),
            row.cases(),
            row.fte().holders().toPlainString(),
            row.fte().profession().toPlainString(),
            row.fte().available().toPlainString(),
            shown(row.perFte().holders()),
            shown(row.perFte().profession()),
            shown(row.perFte().available()),
            standard(row.norm()),
            row.verdict().map(Enum::name).orElse("null"),
            row.flags());
  }

  private static String standard(RowNorm norm) {
    Ratio standard = norm.standard();
    return standard == null ? "null" : standard.shown(0).orElseThrow().toPlainString();
  }

  private static String shown(Ratio ratio) {
    return ratio.shown().map(Object::toString).orElse("-");
  }
}
