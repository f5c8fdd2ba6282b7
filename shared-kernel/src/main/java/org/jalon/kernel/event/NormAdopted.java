package org.jalon.kernel.event;

import java.util.List;
import org.jalon.kernel.norm.NormScope;
import org.jalon.kernel.norm.ShareRange;
import org.jspecify.annotations.Nullable;

/**
 * A norm was adopted; what it leaves out stays as a less specific one states it.
 *
 * @param scope for whom
 * @param standard cases per FTE on average
 * @param alert cases per FTE that warn
 * @param ceiling cases per FTE that refuse
 * @param shares of working time, at most one for each mode
 */
public record NormAdopted(
    NormScope scope,
    @Nullable Integer standard,
    @Nullable Integer alert,
    @Nullable Integer ceiling,
    List<ShareRange> shares)
    implements OfferEvent {

  /** Keeps a copy. */
  public NormAdopted {
    shares = List.copyOf(shares);
  }
}
