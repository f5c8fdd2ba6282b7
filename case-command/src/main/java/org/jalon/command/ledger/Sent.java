package org.jalon.command.ledger;

import java.util.List;

/**
 * A batch and the requests whose events it holds, in their order.
 *
 * @param later requests against which speaks what is in this batch or before, or that could not be
 *     judged when it was made: to be judged when it stands
 */
record Sent(Batch batch, List<AppendRequest> requests, List<AppendRequest> later) {

  Sent(Batch batch, List<AppendRequest> requests) {
    this(batch, requests, List.of());
  }
}
