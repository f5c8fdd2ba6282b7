package org.jalon.history;

import java.util.List;

/**
 * Events to be appended together, if nothing after the marker matches.
 *
 * @param request names it, once in a history
 * @param marker a position read before; of no meaning without criteria
 * @param criteria any of which makes an event a conflict; none: appended in any case
 */
public record Append(long request, long marker, List<Criterion> criteria, List<Event> events) {

  public boolean conditional() {
    return !criteria.isEmpty();
  }
}
