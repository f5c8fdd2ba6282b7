package org.jalon.query.journal;

import java.time.Instant;
import org.jalon.kernel.EffectiveDay;
import org.jspecify.annotations.Nullable;

/**
 * Which facts are asked about: those known at a point of the record, up to a day of the world.
 *
 * @param on last effective day; absent for all
 * @param asOf recorded at this instant or before; absent for all
 * @param position recorded at this position or before; absent for all
 */
public record Known(@Nullable EffectiveDay on, @Nullable Instant asOf, @Nullable Long position) {

  /** Everything recorded, whatever its day. */
  public static final Known ALL = new Known(null, null, null);
}
