package org.jalon.command.workforce;

import static org.jalon.command.Facts.ANA;
import static org.jalon.command.Facts.BOB;
import static org.jalon.command.Facts.POST;
import static org.jalon.command.Facts.TEAM;
import static org.jalon.command.Facts.filled;
import static org.jalon.command.Facts.fte;
import static org.jalon.command.Facts.postOpened;
import static org.jalon.command.Facts.resized;
import static org.jalon.command.Facts.vacated;
import static org.jalon.command.StaffFacts.postClosed;
import static org.jalon.command.decision.Specification.fact;
import static org.jalon.command.decision.Specification.on;

import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Specification;
import org.jalon.kernel.command.ClosePost;
import org.jalon.kernel.command.FillPost;
import org.junit.jupiter.api.Test;

class ClosingPostTest {

  private static final ClosePost CLOSE = new ClosePost(POST);

  private final Specification<ClosePost> nothing = Specification.of(new ClosingPost());
  private final Specification<ClosePost> vacant =
      nothing.given(fact("2026-01-01", postOpened(POST, TEAM, "AS", "1")));
  private final Specification<ClosePost> left =
      vacant.given(
          fact("2026-02-01", filled(POST, ANA, "1")), fact("2026-06-01", vacated(POST, ANA)));

  @Test
  void a_post_that_nobody_holds_ends() {
    vacant.when(CLOSE, on("2026-03-01")).then(postClosed(POST));
    vacant.when(CLOSE, on("2026-01-01")).then(postClosed(POST));
    left.when(CLOSE, on("2026-06-01")).then(postClosed(POST));
  }

  @Test
  void a_post_must_have_been_opened() {
    nothing.when(CLOSE, on("2026-03-01")).thenRefused(WorkforceRule.POST_UNKNOWN).about(POST);
    vacant.when(CLOSE, on("2025-12-31")).thenRefused(WorkforceRule.POST_UNKNOWN);
  }

  @Test
  void who_holds_it_from_that_day_on_is_named() {
    left.when(CLOSE, on("2026-05-31"))
        .thenRefused(WorkforceRule.POST_STILL_FILLED)
        .atField("postId")
        .about(POST)
        .saying("p-1", "ana", "2026-05-31", "VacatePost");
    left.given(fact("2026-09-01", filled(POST, BOB, "1")))
        .when(CLOSE, on("2026-07-01"))
        .thenRefused(WorkforceRule.POST_STILL_FILLED)
        .saying("bob");
    left.when(CLOSE, on("2026-01-15")).thenRefused(WorkforceRule.POST_STILL_FILLED).saying("ana");
  }

  @Test
  void it_ends_once() {
    var closed = vacant.given(fact("2026-06-01", postClosed(POST)));
    closed.when(CLOSE, on("2026-06-01")).thenNothing();
    closed.when(CLOSE, on("2026-07-01")).thenNothing();
    closed
        .when(CLOSE, on("2026-05-31"))
        .thenRefused(CommonRule.CONTRADICTS_RECORDED_FACT)
        .saying("PostClosed", "position 2", "2026-06-01", "would not stand");
  }

  @Test
  void nothing_recorded_of_it_lies_behind_its_end() {
    vacant
        .given(fact("2026-09-01", resized(POST, "0.5")))
        .when(CLOSE, on("2026-06-01"))
        .thenRefused(CommonRule.CONTRADICTS_RECORDED_FACT)
        .saying("PostResized", "position 2", "2026-09-01");
  }

  @Test
  void its_end_is_planned_24_months_ahead_at_most() {
    vacant.when(CLOSE, on("2028-07-01").today("2026-07-01")).then(postClosed(POST));
    vacant
        .when(CLOSE, on("2028-07-02").today("2026-07-01"))
        .thenRefused(CommonRule.EFFECTIVE_IN_FUTURE);
  }

  @Test
  void nobody_fills_a_post_that_has_ended() {
    var closed =
        Specification.of(new FillingPost())
            .given(
                fact("2026-01-01", postOpened(POST, TEAM, "AS", "1")),
                fact("2026-06-01", postClosed(POST)));
    var fill = new FillPost(POST, ANA, fte("1"), null);
    closed
        .when(fill, on("2026-06-01"))
        .thenRefused(WorkforceRule.POST_CLOSED)
        .atField("postId")
        .about(POST)
        .saying("p-1", "2026-06-01");
    closed
        .when(fill, on("2026-05-31"))
        .thenRefused(CommonRule.CONTRADICTS_RECORDED_FACT)
        .saying("PostClosed", "position 2", "2026-06-01", "somebody would hold it");
  }
}
