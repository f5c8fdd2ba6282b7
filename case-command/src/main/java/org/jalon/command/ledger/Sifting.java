package org.jalon.command.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Sorts out which of several requests conflict with what is known of the ledger, or each other. */
final class Sifting {

  private enum Judgement {
    ACCEPT,
    REJECT,
    /** Only the database can tell, once what was accepted before it stands. */
    ASK
  }

  private final Known known;
  private final Figures figures;

  Sifting(Known known, Figures figures) {
    this.known = known;
    this.figures = figures;
  }

  /**
   * Claims the requests that can be appended and counts them as known, rejects those in conflict.
   *
   * @param aside is given those whose condition only the database can check
   * @param teller tells those rejected
   * @return those claimed
   */
  List<AppendRequest> sift(
      List<AppendRequest> requests, List<AppendRequest> aside, Executor teller) {
    List<AppendRequest> accepted = new ArrayList<>(requests.size());
    for (AppendRequest request : requests) {
      if (!request.claim()) {
        continue;
      }
      switch (judge(request)) {
        case ACCEPT -> {
          known.assume(request);
          accepted.add(request);
        }
        case REJECT -> {
          figures.conflict();
          request.rejected(teller);
        }
        case ASK -> {
          request.release();
          aside.add(request);
        }
      }
    }
    return accepted;
  }

  /**
   * Claims the request and counts it as known, if nothing speaks against it: neither what stands
   * nor what is on its way.
   */
  boolean take(AppendRequest request) {
    if (judge(request) != Judgement.ACCEPT || !request.claim()) {
      return false;
    }
    known.assume(request);
    return true;
  }

  /** Whether nothing speaks against the request but what is on its way or will be. */
  boolean waits(AppendRequest request) {
    return request.conditional()
        && request.marker() >= known.floor()
        && known.history().stand(request.rests()).orElse(false)
        && known.mayConflict(request)
        && !known.mayConflictAsItStands(request);
  }

  private Judgement judge(AppendRequest request) {
    if (!request.conditional()) {
      return Judgement.ACCEPT;
    }
    if (request.marker() < known.floor()) {
      return Judgement.ASK;
    }
    Optional<Boolean> rests = known.history().stand(request.rests());
    if (knowsMore(request) || rests.isPresent() && !rests.get()) {
      return Judgement.REJECT;
    }
    if (rests.isEmpty()) {
      return Judgement.ASK;
    }
    if (known.mayConflict(request)) {
      return request.fromOrigin() ? Judgement.ASK : Judgement.REJECT;
    }
    return Judgement.ACCEPT;
  }

  /**
   * Whether it is not to be judged by what is known here: its caller has read beyond it, or it
   * would be rejected for the sake of a head that was last seen to stand a while ago.
   */
  boolean needsNews(AppendRequest request) {
    return knowsMore(request) || (known.stale() && judge(request) == Judgement.REJECT);
  }

  /** Its caller has read beyond the head known here: of another node, or a history that is gone. */
  private boolean knowsMore(AppendRequest request) {
    return request.conditional() && request.marker() > known.head().last();
  }
}
