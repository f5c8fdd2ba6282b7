package org.jalon.command.workforce;

import static org.jalon.command.Facts.ANA;
import static org.jalon.command.Facts.BOB;
import static org.jalon.command.Facts.NORTH;
import static org.jalon.command.Facts.POST;
import static org.jalon.command.Facts.SOUTH;
import static org.jalon.command.Facts.TEAM;
import static org.jalon.command.Facts.created;
import static org.jalon.command.Facts.filled;
import static org.jalon.command.Facts.fte;
import static org.jalon.command.Facts.postOpened;
import static org.jalon.command.Facts.vacated;
import static org.jalon.command.Facts.works;
import static org.jalon.command.decision.Specification.fact;
import static org.jalon.command.decision.Specification.on;

import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Specification;
import org.jalon.kernel.Label;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.command.CreateTeam;
import org.jalon.kernel.command.CreateTerritory;
import org.jalon.kernel.command.OpenPost;
import org.jalon.kernel.command.VacatePost;
import org.junit.jupiter.api.Test;

class WorkforceTest {

  private static final CreateTerritory NEW_TERRITORY =
      new CreateTerritory(NORTH, new Label("Territory north"));
  private static final CreateTeam NEW_TEAM = new CreateTeam(TEAM, NORTH, new Label("Team t-1"));
  private static final OpenPost NEW_POST =
      new OpenPost(POST, TEAM, new ProfessionId("AS"), fte("1"));
  private static final VacatePost LEAVE = new VacatePost(POST, ANA);

  private final Specification<CreateTerritory> territories =
      Specification.of(new CreatingTerritory());
  private final Specification<CreateTeam> teams = Specification.of(new CreatingTeam());
  private final Specification<OpenPost> posts = Specification.of(new OpeningPost());
  private final Specification<VacatePost> leaving =
      Specification.of(new VacatingPost())
          .given(fact("2026-01-01", postOpened(POST, TEAM, "AS", "1")));
  private final Specification<VacatePost> anaLeaving =
      leaving.given(fact("2026-02-01", filled(POST, ANA, "1")));

  @Test
  void a_territory_is_created_once_and_not_ahead_of_time() {
    territories.when(NEW_TERRITORY, on("2026-01-01")).then(created(NORTH));
    territories
        .given(fact("2026-05-01", created(NORTH)))
        .when(NEW_TERRITORY, on("2026-01-01"))
        .thenRefused(WorkforceRule.TERRITORY_ID_TAKEN)
        .atField("territoryId")
        .about(NORTH);
    territories
        .when(NEW_TERRITORY, on("2026-07-02").today("2026-07-01"))
        .thenRefused(CommonRule.EFFECTIVE_IN_FUTURE);
  }

  @Test
  void a_team_is_created_in_a_territory_that_exists() {
    var north = teams.given(fact("2026-01-01", created(NORTH)));
    north.when(NEW_TEAM, on("2026-01-01")).then(created(TEAM, NORTH));
    north
        .when(NEW_TEAM, on("2025-12-31"))
        .thenRefused(CommonRule.TERRITORY_UNKNOWN)
        .atField("territory")
        .saying("north", "2025-12-31", "CreateTerritory");
    teams
        .given(fact("2026-01-01", created(TEAM, SOUTH)))
        .when(NEW_TEAM, on("2026-01-01"))
        .thenRefused(WorkforceRule.TEAM_ID_TAKEN, CommonRule.TERRITORY_UNKNOWN);
  }

  @Test
  void a_post_is_opened_in_a_team_that_exists() {
    var team = posts.given(fact("2026-01-01", created(TEAM, NORTH)));
    team.when(NEW_POST, on("2026-01-01")).then(postOpened(POST, TEAM, "AS", "1"));
    team.when(NEW_POST, on("2025-12-31"))
        .thenRefused(CommonRule.TEAM_UNKNOWN)
        .atField("team")
        .saying("t-1", "2025-12-31", "CreateTeam");
    posts
        .given(fact("2026-01-01", postOpened(POST, TEAM, "AS", "1")))
        .when(NEW_POST, on("2026-01-01"))
        .thenRefused(WorkforceRule.POST_ID_TAKEN, CommonRule.TEAM_UNKNOWN);
  }

  @Test
  void teams_posts_and_departures_are_planned_24_months_ahead_at_most() {
    var last = on("2028-07-01").today("2026-07-01");
    var tooFar = on("2028-07-02").today("2026-07-01");
    var team = teams.given(fact("2026-01-01", created(NORTH)));
    team.when(NEW_TEAM, last).then(created(TEAM, NORTH));
    team.when(NEW_TEAM, tooFar)
        .thenRefused(CommonRule.EFFECTIVE_IN_FUTURE)
        .atField("effectiveOn")
        .saying("2028-07-02", "24 months", "2028-07-01");
    var post = posts.given(fact("2026-01-01", created(TEAM, NORTH)));
    post.when(NEW_POST, last).then(postOpened(POST, TEAM, "AS", "1"));
    post.when(NEW_POST, tooFar).thenRefused(CommonRule.EFFECTIVE_IN_FUTURE);
    anaLeaving.when(LEAVE, last).then(vacated(POST, ANA));
    anaLeaving.when(LEAVE, tooFar).thenRefused(CommonRule.EFFECTIVE_IN_FUTURE);
  }

  @Test
  void a_holder_leaves_on_the_first_day_already() {
    anaLeaving.when(LEAVE, on("2026-03-01")).then(vacated(POST, ANA));
    anaLeaving.when(LEAVE, on("2026-02-01")).then(vacated(POST, ANA));
  }

  @Test
  void only_who_holds_a_post_leaves_it() {
    leaving.when(LEAVE, on("2026-03-01")).thenRefused(WorkforceRule.NOT_IN_POST).about(ANA);
    anaLeaving.when(LEAVE, on("2026-01-31")).thenRefused(WorkforceRule.NOT_IN_POST);
    anaLeaving
        .given(fact("2026-03-01", vacated(POST, ANA)))
        .when(LEAVE, on("2026-03-01"))
        .thenRefused(WorkforceRule.NOT_IN_POST)
        .saying("ana", "p-1", "2026-03-01");
    Specification.of(new VacatingPost())
        .when(LEAVE, on("2026-03-01"))
        .thenRefused(WorkforceRule.POST_UNKNOWN)
        .atField("postId")
        .about(POST);
  }

  @Test
  void nobody_leaves_before_a_recorded_departure_or_change_of_working_time() {
    anaLeaving
        .given(fact("2026-09-01", vacated(POST, ANA)))
        .when(LEAVE, on("2026-08-31"))
        .thenRefused(CommonRule.CONTRADICTS_RECORDED_FACT)
        .saying("PostVacated", "position 3", "2026-09-01");
    anaLeaving
        .given(fact("2026-04-01", works(ANA, POST, "0.5")))
        .when(LEAVE, on("2026-03-31"))
        .thenRefused(CommonRule.CONTRADICTS_RECORDED_FACT)
        .saying("WorkingTimeChanged", "position 3");
  }

  @Test
  void what_others_did_in_the_post_hinders_nobody() {
    leaving
        .given(
            fact("2026-02-01", filled(POST, ANA, "0.5")),
            fact("2026-05-01", filled(POST, BOB, "0.5")))
        .when(LEAVE, on("2026-03-01"))
        .then(vacated(POST, ANA));
  }
}
