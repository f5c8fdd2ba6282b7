package org.jalon.kernel.feed.kafka;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jalon.kernel.feed.Recorded;
import org.jalon.kernel.wire.UnknownEvent;

/**
 * Cuts what the merge hands on into pages that end with a whole batch of the ledger if they can.
 */
final class Pages {

  private final Merge merge;
  private final Decoding decoding;
  private final Deque<Recorded> kept = new ArrayDeque<>();

  Pages(Merge merge, Decoding decoding) {
    this.merge = merge;
    this.decoding = decoding;
  }

  /**
   * What can be handed on now.
   *
   * @throws UnknownEvent if the first is not known here
   */
  List<Recorded> next(int most) {
    var page = new ArrayList<Recorded>();
    while (page.size() < most && !kept.isEmpty()) {
      page.add(kept.remove());
    }
    while (page.size() < most && decodeNext(page)) {
      merge.pass();
    }
    return page.size() == most ? wholeBatches(page) : page;
  }

  private boolean decodeNext(List<Recorded> page) {
    RelayedEvent event = merge.peek();
    if (event == null) {
      return false;
    }
    try {
      page.add(decoding.decode(event));
      return true;
    } catch (UnknownEvent e) {
      if (page.isEmpty()) {
        throw e;
      }
      return false;
    }
  }

  /** Keeps what has begun a batch that goes on behind the page for the next one. */
  private List<Recorded> wholeBatches(List<Recorded> page) {
    byte[] last = page.getLast().chainHash();
    int whole = page.size();
    while (goesOn(last) && whole > 0 && Arrays.equals(page.get(whole - 1).chainHash(), last)) {
      whole--;
    }
    if (whole == 0 || whole == page.size()) {
      return page;
    }
    List<Recorded> begun = page.subList(whole, page.size());
    begun.reversed().forEach(kept::addFirst);
    return page.subList(0, whole);
  }

  private boolean goesOn(byte[] batch) {
    Recorded next = kept.peek();
    if (next != null) {
      return Arrays.equals(next.chainHash(), batch);
    }
    RelayedEvent event = merge.peek();
    return event != null && Arrays.equals(event.chainHash(), batch);
  }
}
