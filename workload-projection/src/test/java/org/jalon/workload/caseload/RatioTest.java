package org.jalon.workload.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RatioTest {

  private static final Ratio TWENTY = Ratio.of(20, BigDecimal.ONE);
  private static final RowNorm SHIPPED =
      new RowNorm(TWENTY, Ratio.of(22, BigDecimal.ONE), Ratio.of(25, BigDecimal.ONE));

  @Test
  void the_published_arithmetic_holds() {
    assertThat(Ratio.of(337_411, new BigDecimal("20007")).shown(1))
        .contains(new BigDecimal("16.9"));
  }

  @ParameterizedTest
  @CsvSource({"1, 8, 0.13", "1, 3, 0.33", "2, 3, 0.67", "20, 1, 20.00", "17, 0.8, 21.25"})
  void a_ratio_is_shown_half_up_to_two_decimals(long cases, BigDecimal fte, BigDecimal shown) {
    assertThat(Ratio.of(cases, fte).shown()).contains(shown);
  }

  @Test
  void without_fte_there_is_no_ratio_and_no_verdict() {
    var ratio = Ratio.of(3, BigDecimal.ZERO);

    assertThat(ratio.shown()).isEmpty();
    assertThat(ratio.above(0)).isFalse();
    assertThat(ratio.reaches(Ratio.of(0, BigDecimal.ONE))).isFalse();
    assertThat(Verdict.ofReferent(ratio, SHIPPED)).isEmpty();
    assertThat(Verdict.ofAverage(ratio, TWENTY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "21, 1, WITHIN",
    "22, 1, ALERT",
    "24, 1, ALERT",
    "25, 1, CEILING",
    "17, 0.8, WITHIN",
    "18, 0.8, ALERT",
    "20, 0.8, CEILING"
  })
  void a_referent_who_reaches_alert_or_ceiling_is_told_so(
      long cases, BigDecimal fte, Verdict verdict) {
    assertThat(Verdict.ofReferent(Ratio.of(cases, fte), SHIPPED)).contains(verdict);
  }

  @ParameterizedTest
  @CsvSource({"20, 1, WITHIN", "21, 1, ABOVE_STANDARD", "20001, 1000, ABOVE_STANDARD"})
  void an_average_is_compared_unrounded(long cases, BigDecimal fte, Verdict verdict) {
    assertThat(Verdict.ofAverage(Ratio.of(cases, fte), TWENTY)).contains(verdict);
  }

  @Test
  void without_a_standard_an_average_has_no_verdict() {
    assertThat(Verdict.ofAverage(Ratio.of(5, BigDecimal.ONE), null)).isEmpty();
  }
}
