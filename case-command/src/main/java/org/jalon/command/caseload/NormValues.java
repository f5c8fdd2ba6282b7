package org.jalon.command.caseload;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jalon.command.decision.Refusal;
import org.jalon.kernel.event.NormAdopted;
import org.jalon.kernel.norm.ShareRange;
import org.jalon.kernel.norm.TimeMode;
import org.jspecify.annotations.Nullable;

/** Whether what a norm states makes sense in itself. */
public final class NormValues {

  private static final int MOST = 1000;
  private static final int ALL = 100;

  private NormValues() {}

  /** Everything that is wrong with it. */
  public static List<Refusal> refusals(NormAdopted norm) {
    List<Refusal> refusals = new ArrayList<>();
    if (norm.standard() == null
        && norm.alert() == null
        && norm.ceiling() == null
        && norm.shares().isEmpty()) {
      refusals.add(
          Refusal.of(
              NormRule.NORM_EMPTY,
              "the norm states nothing; give standard, alert, ceiling or shares"));
    }
    outOfRange("standard", norm.standard()).ifPresent(refusals::add);
    outOfRange("alert", norm.alert()).ifPresent(refusals::add);
    outOfRange("ceiling", norm.ceiling()).ifPresent(refusals::add);
    above("standard", norm.standard(), "alert", norm.alert()).ifPresent(refusals::add);
    above("alert", norm.alert(), "ceiling", norm.ceiling()).ifPresent(refusals::add);
    if (norm.alert() == null) {
      above("standard", norm.standard(), "ceiling", norm.ceiling()).ifPresent(refusals::add);
    }
    shares(norm.shares()).ifPresent(refusals::add);
    return refusals;
  }

  private static Optional<Refusal> outOfRange(String field, @Nullable Integer value) {
    return value == null || value >= 1 && value <= MOST
        ? Optional.empty()
        : Optional.of(
            Refusal.ofField(
                NormRule.NORM_OUT_OF_RANGE,
                field,
                "%s %d is not from 1 to %d cases per FTE".formatted(field, value, MOST)));
  }

  private static Optional<Refusal> above(
      String field, @Nullable Integer value, String next, @Nullable Integer most) {
    return value == null || most == null || value <= most
        ? Optional.empty()
        : Optional.of(
            Refusal.ofField(
                NormRule.NORM_OUT_OF_RANGE,
                field,
                "%s %d is above the %s %d; standard, alert and ceiling rise in this order"
                    .formatted(field, value, next, most)));
  }

  private static Optional<Refusal> shares(List<ShareRange> shares) {
    return shares.stream()
        .flatMap(share -> wrong(share).stream())
        .findFirst()
        .or(() -> twice(shares))
        .or(() -> tooMuch(shares))
        .map(message -> Refusal.ofField(NormRule.SHARES_OUT_OF_RANGE, "shares", message));
  }

  private static Optional<String> wrong(ShareRange share) {
    if (share.min() < 0 || share.max() > ALL) {
      return Optional.of(
          "the share of %s, %d to %d percent, is not within 0 and %d"
              .formatted(share.mode(), share.min(), share.max(), ALL));
    }
    return share.min() > share.max()
        ? Optional.of(
            "the share of %s has minimum %d above maximum %d; exchange them"
                .formatted(share.mode(), share.min(), share.max()))
        : Optional.empty();
  }

  private static Optional<String> twice(List<ShareRange> shares) {
    Set<TimeMode> seen = EnumSet.noneOf(TimeMode.class);
    return shares.stream()
        .map(ShareRange::mode)
        .filter(mode -> !seen.add(mode))
        .findFirst()
        .map(
            mode ->
                "%s has %d shares; give one for each mode".formatted(mode, times(mode, shares)));
  }

  private static int times(TimeMode mode, List<ShareRange> shares) {
    return Collections.frequency(shares.stream().map(ShareRange::mode).toList(), mode);
  }

  private static Optional<String> tooMuch(List<ShareRange> shares) {
    int sum = shares.stream().mapToInt(ShareRange::min).sum();
    return sum > ALL
        ? Optional.of(
            "the minimums are %d percent in sum, more than %d; lower one".formatted(sum, ALL))
        : Optional.empty();
  }
}
