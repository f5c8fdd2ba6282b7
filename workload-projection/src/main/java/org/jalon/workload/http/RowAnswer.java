package org.jalon.workload.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jalon.kernel.EffectiveDay;
import org.jalon.workload.caseload.CaseloadRow;
import org.jalon.workload.caseload.Denominators;
import org.jalon.workload.caseload.Flag;
import org.jalon.workload.caseload.Ratio;
import org.jalon.workload.caseload.RowNorm;
import org.jalon.workload.caseload.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The caseload of one scope as it is answered.
 *
 * @param on at the end of this day
 * @param asOf as known at this moment
 * @param cases active cases, each once
 * @param weightedCases the same by weight
 * @param fte the three denominators, in FTE
 * @param perFte cases per FTE, half-up to two decimals; null where the denominator is 0
 * @param weightedPerFte weighted cases per FTE
 * @param unit what is counted
 * @param norm what it is compared with
 * @param verdict null where there is nothing to compare
 * @param flags what to know before the figure is read
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record RowAnswer(
    Scope scope,
    LocalDate on,
    OffsetDateTime asOf,
    int cases,
    BigDecimal weightedCases,
    Amounts fte,
    Amounts perFte,
    Amounts weightedPerFte,
    String unit,
    Standard norm,
    @Nullable Verdict verdict,
    List<Flag> flags) {

  /** Whose caseload. */
  record Scope(String by, String id, String label) {}

  /** One amount for each named denominator. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Amounts(
      @Nullable BigDecimal holders,
      @Nullable BigDecimal profession,
      @Nullable BigDecimal available) {}

  /**
   * The norm in force, in cases per FTE; of a referent the mean of their posts, weighted by FTE.
   *
   * @param standard null where no profession at hand has one
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Standard(@Nullable BigDecimal standard, BigDecimal alert, BigDecimal ceiling) {

    static Standard of(RowNorm norm) {
      Ratio standard = norm.standard();
      return new Standard(
          standard == null ? null : plain(standard), plain(norm.alert()), plain(norm.ceiling()));
    }

    /** Half-up to two decimals; a whole number without any. */
    private static BigDecimal plain(Ratio ratio) {
      BigDecimal shown = ratio.shown().orElseThrow().stripTrailingZeros();
      return shown.scale() < 0 ? shown.setScale(0) : shown;
    }
  }

  static RowAnswer of(CaseloadRow row, EffectiveDay on, OffsetDateTime asOf) {
    Denominators fte = row.fte();
    return new RowAnswer(
        new Scope(row.by().word(), row.id(), row.label()),
        on.value(),
        asOf,
        row.cases(),
        row.weightedCases(),
        new Amounts(fte.holders(), fte.profession(), fte.available()),
        shown(row.perFte()),
        shown(row.weightedPerFte()),
        "case",
        Standard.of(row.norm()),
        row.verdict().orElse(null),
        row.flags().stream().sorted().toList());
  }

  private static Amounts shown(Denominators.Ratios ratios) {
    return new Amounts(
        ratios.holders().shown().orElse(null),
        ratios.profession().shown().orElse(null),
        ratios.available().shown().orElse(null));
  }
}
