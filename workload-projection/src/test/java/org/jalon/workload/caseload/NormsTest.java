package org.jalon.workload.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jalon.workload.Facts.accompanied;
import static org.jalon.workload.Facts.filled;
import static org.jalon.workload.Facts.march;
import static org.jalon.workload.Facts.norm;
import static org.jalon.workload.Facts.post;
import static org.jalon.workload.Facts.team;
import static org.jalon.workload.Facts.territory;

import java.util.List;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jalon.kernel.norm.NormScope;
import org.jalon.workload.Ledger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows are compared with the norm in force for their scope, on their day, as known then. */
final class NormsTest {

  private static final NormScope T1 = new NormScope(null, new TeamId("T1"), null, null);
  private static final NormScope N = new NormScope(null, null, new TerritoryId("N"), null);
  private static final NormScope AS = new NormScope(null, null, null, new ProfessionId("AS"));
  private static final NormScope SMS = new NormScope(null, null, null, new ProfessionId("SMS"));
  private static final NormScope BUDGET =
      new NormScope(new ProgrammeId("budget"), null, null, null);

  private final Ledger ledger = new Ledger();

  @BeforeEach
  void two_teams() {
    ledger.record(
        march(1),
        territory("N"),
        team("T1", "N"),
        team("T2", "N"),
        post("p1", "T1", "AS", "1"),
        post("p2", "T2", "SMS", "1"),
        filled("p1", "ana", "0.5"),
        filled("p2", "ana", "0.25"));
    for (int i = 1; i <= 6; i++) {
      ledger.record(march(1), accompanied("c" + i, null, "ana"));
    }
  }

  @Test
  void nothing_adopted_is_as_shipped() {
    assertThat(told(Dimension.TEAM, "T1", Selection.ALL)).isEqualTo("20/22/25 WITHIN");
    assertThat(told(Dimension.REFERENT, "ana", Selection.ALL)).isEqualTo("20/22/25 WITHIN");
  }

  @Test
  void a_team_is_compared_with_its_own_norm_then_its_territory_s() {
    ledger.record(march(1), norm(N, 11, 13));
    ledger.record(march(1), norm(T1, 10, null));

    assertThat(told(Dimension.TEAM, "T1", Selection.ALL)).isEqualTo("10/22/13 ABOVE_STANDARD");
    assertThat(told(Dimension.TEAM, "T2", Selection.ALL)).isEqualTo("null/22/13 null");
    assertThat(told(Dimension.TERRITORY, "N", Selection.ALL)).isEqualTo("11/22/13 ABOVE_STANDARD");
    assertThat(told(Dimension.PROFESSION, "AS", Selection.ALL)).isEqualTo("20/22/25 WITHIN");
  }

  @Test
  void professions_and_programmes_are_compared_with_theirs() {
    ledger.record(march(1), norm(AS, 9, null), norm(BUDGET, 7, null));

    assertThat(told(Dimension.PROFESSION, "AS", Selection.ALL)).isEqualTo("9/22/25 ABOVE_STANDARD");
    assertThat(told(Dimension.PROGRAMME, "polyvalence", Selection.ALL))
        .isEqualTo("20/22/25 WITHIN");
    var budget = new Selection(null, null, null, new ProgrammeId("budget"), null);
    assertThat(told(Dimension.TEAM, "T1", budget)).startsWith("7/22/25");
  }

  @Test
  void a_selection_says_more_of_the_place() {
    ledger.record(march(1), norm(AS, 9, null));
    var of = new Selection(new ProfessionId("AS"), null, null, null, null);

    assertThat(told(Dimension.TEAM, "T1", Selection.ALL)).isEqualTo("20/22/25 WITHIN");
    assertThat(told(Dimension.TEAM, "T1", of)).isEqualTo("9/22/25 ABOVE_STANDARD");
  }

  @Test
  void a_referent_is_compared_with_the_mean_of_their_posts_by_fte() {
    ledger.record(march(1), norm(T1, 14, 8));

    // Ceiling (0.5 x 8 + 0.25 x 25) / 0.75; only the post of an AS has a standard.
    assertThat(told(Dimension.REFERENT, "ana", Selection.ALL)).isEqualTo("14/22/14 WITHIN");

    ledger.record(march(1), norm(NormScope.EVERYBODY, null, 16));
    // 0.5 x 8 + 0.25 x 16 = 8 cases; ana has 6, then 8.
    assertThat(told(Dimension.REFERENT, "ana", Selection.ALL)).isEqualTo("14/22/11 WITHIN");
    ledger.record(march(1), accompanied("c7", null, "ana"));
    ledger.record(march(1), accompanied("c8", null, "ana"));
    assertThat(told(Dimension.REFERENT, "ana", Selection.ALL)).isEqualTo("14/22/11 CEILING");
  }

  @Test
  void a_norm_for_a_profession_gives_it_a_standard() {
    assertThat(told(Dimension.PROFESSION, "SMS", Selection.ALL)).isEqualTo("null/22/25 null");

    ledger.record(march(1), norm(SMS, 30, null));

    assertThat(told(Dimension.PROFESSION, "SMS", Selection.ALL)).isEqualTo("30/22/25 WITHIN");
  }

  @Test
  void each_day_has_the_norm_in_force_and_each_moment_the_norms_known() {
    long before = ledger.head();
    ledger.record(march(5), norm(T1, 10, null));

    assertThat(standards(march(4), ledger.head())).containsExactly("20", "null");
    assertThat(standards(march(5), ledger.head())).containsExactly("10", "null");
    assertThat(standards(march(5), before)).containsExactly("20", "null");
  }

  private List<String> standards(EffectiveDay day, long position) {
    return ledger.on(day, position).caseload().rows(Dimension.TEAM, Selection.ALL).stream()
        .map(row -> shown(row.norm().standard()))
        .toList();
  }

  private String told(Dimension by, String id, Selection selection) {
    return ledger.on(march(2)).caseload().rows(by, selection).stream()
        .filter(row -> row.id().equals(id))
        .map(
            row ->
                "%s/%s/%s %s"
                    .formatted(
                        shown(row.norm().standard()),
                        shown(row.norm().alert()),
                        shown(row.norm().ceiling()),
                        row.verdict().map(Enum::name).orElse("null")))
        .findFirst()
        .orElse("no row");
  }

  private static String shown(@Nullable Ratio ratio) {
    return ratio == null ? "null" : ratio.shown(0).orElseThrow().toPlainString();
  }
}
