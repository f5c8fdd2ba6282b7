package org.jalon.kernel.edge;

import java.time.Duration;
import java.util.List;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.feed.HistoryForked;
import org.jalon.kernel.feed.LiveView;
import org.jspecify.annotations.Nullable;

/** Lets a question through once the views it is put to have come far enough. */
public final class ViewGate {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration LATER = Duration.ofMinutes(1);

  private final LedgerId ledger;
  private final List<LiveView> views;

  /**
   * @param views at least one
   */
  public ViewGate(LedgerId ledger, List<LiveView> views) {
    this.ledger = ledger;
    this.views = List.copyOf(views);
  }

  /**
   * Waits up to 5 s for the position that the client asks for. A view that rests on a history which
   * the ledger does not hold answers nothing, whatever is asked for.
   *
   * @param wanted the header {@code Jalon-Position}, if sent
   * @throws ProblemException 400 for a malformed or foreign position, 503 if a view has stopped,
   *     504 if it was not reached in time
   */
  public void pass(@Nullable String wanted) throws InterruptedException {
    views.forEach(ViewGate::requireOneHistory);
    if (wanted == null) {
      return;
    }
    PositionToken token = PositionToken.parse(wanted);
    if (!token.ledger().equals(ledger)) {
      throw ProblemException.malformed(
          Violation.ofField(
              "LEDGER_UNKNOWN",
              PositionToken.HEADER,
              "this service reads ledger %s, not %s".formatted(ledger, token.ledger())));
    }
    for (LiveView view : views) {
      if (!view.await(token.position(), PATIENCE)) {
        requireOneHistory(view);
        throw notReached(view, token);
      }
    }
  }

  /** The position that an answer given now rests on at least: that of the slowest view. */
  public PositionToken position() {
    return new PositionToken(
        ledger, views.stream().mapToLong(LiveView::position).min().orElseThrow());
  }

  private static void requireOneHistory(LiveView view) {
    if (view.failure().orElse(null) instanceof HistoryForked forked) {
      throw ProblemException.unavailable(
          Violation.of("HISTORY_FORKED", String.valueOf(forked.getMessage())), LATER);
    }
  }

  private static ProblemException notReached(LiveView view, PositionToken wanted) {
    return view.failure()
        .map(
            cause ->
                ProblemException.unavailable(
                    Violation.of(
                        "VIEW_STOPPED",
                        "view %s stopped at position %d: %s"
                            .formatted(view.view(), view.position(), cause.getMessage())),
                    LATER))
        .orElseGet(
            () ->
                ProblemException.late(
                    Violation.of(
                        "VIEW_BEHIND",
                        "view %s is at position %d and did not reach %s within %d s; repeat the request"
                            .formatted(
                                view.view(), view.position(), wanted, PATIENCE.toSeconds()))));
  }
}
