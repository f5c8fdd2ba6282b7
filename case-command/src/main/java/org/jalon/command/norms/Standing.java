package org.jalon.command.norms;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.event.NormAdopted;
import org.jalon.kernel.norm.Norms;
import org.jalon.kernel.norm.ShareRange;
import org.jspecify.annotations.Nullable;

/** What norms for exactly the same people state on a day already. */
final class Standing {

  private Standing() {}

  /** Whether every value that a norm states was the last stated for its scope by a day. */
  static boolean holds(Norms norms, NormAdopted wanted, EffectiveDay day) {
    List<NormAdopted> latestFirst =
        norms.adopted().reversed().stream()
            .filter(one -> !one.from().isAfter(day))
            .map(Norms.Adopted::norm)
            .filter(norm -> norm.scope().equals(wanted.scope()))
            .toList();
    return same(latestFirst, wanted, NormAdopted::standard)
        && same(latestFirst, wanted, NormAdopted::alert)
        && same(latestFirst, wanted, NormAdopted::ceiling)
        && wanted.shares().stream().allMatch(share -> same(latestFirst, share));
  }

  private static boolean same(
      List<NormAdopted> latestFirst,
      NormAdopted wanted,
      Function<NormAdopted, @Nullable Integer> value) {
    Integer asked = value.apply(wanted);
    return asked == null
        || latestFirst.stream()
            .map(value)
            .filter(Objects::nonNull)
            .findFirst()
            .filter(asked::equals)
            .isPresent();
  }

  private static boolean same(List<NormAdopted> latestFirst, ShareRange asked) {
    return latestFirst.stream()
        .flatMap(norm -> norm.shares().stream())
        .filter(share -> share.mode() == asked.mode())
        .findFirst()
        .filter(asked::equals)
        .isPresent();
  }
}
