package org.jalon.command.takingover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jalon.command.takingover.Recording.day;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.state.Staffing;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Fte;
import org.jalon.kernel.Label;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jalon.kernel.event.PostFilled;
import org.jalon.kernel.event.PostVacated;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.kernel.event.TerritoryCreated;
import org.jalon.kernel.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How posts follow the lines of a workforce file. */
class ImportingPostTest {

  private static final String FROM = "2026-01-01";

  private final Recording recording = new Recording();

  @Test
  void the_first_line_creates_territory_team_and_a_filled_post() {
    recording
        .imports(ana("1", null))
        .to(
            "TerritoryCreated 1900-01-01",
            "TeamCreated 1900-01-01",
            "PostOpened 2026-01-01",
            "PostFilled 2026-01-01");
    recording.imports(ana("1", null)).toNothing();
  }

  @Test
  void a_line_of_a_known_team_opens_only_its_post() {
    recording.imports(ana("1", null));
    recording
        .imports(line("Ben", "T1", "North", "1", FROM, null))
        .to("PostOpened 2026-01-01", "PostFilled 2026-01-01");
  }

  @Test
  void a_line_with_an_end_is_vacated_the_day_after() {
    recording.imports(ana("1", null));
    recording
        .imports(line("Ben", "T1", "North", "1", FROM, "2026-03-31"))
        .to("PostOpened 2026-01-01", "PostFilled 2026-01-01", "PostVacated 2026-04-01");
  }

  @Test
  void a_vacant_post_is_opened_and_resized_and_has_no_end_yet() {
    recording.imports(ana("1", null));
    recording.imports(line(null, "T1", "North", "0.5", FROM, null)).to("PostOpened 2026-01-01");
    recording.imports(line(null, "T1", "North", "0.5", FROM, null)).toNothing();
    recording.imports(line(null, "T1", "North", "0.8", FROM, null)).to("PostResized 2026-01-01");
    recording.imports(line(null, "T1", "North", "0.8", FROM, null)).toNothing();
    recording
        .imports(line(null, "T1", "North", "0.8", FROM, "2026-03-31"))
        .refused(ImportRule.VACANT_POST_WITHOUT_END, "2026-03-31");
  }

  @Test
  void an_end_can_come_move_and_go_again_and_again() {
    recording.imports(ana("1", null));
    changesTo(ana("1", "2026-03-31"), "PostVacated 2026-04-01");
    changesTo(ana("1", "2026-02-28"), "PostVacated 2026-03-01");
    changesTo(
        ana("1", "2026-04-30"),
        "PostFilled 2026-03-01",
        "PostFilled 2026-04-01",
        "PostVacated 2026-05-01");
    for (String end : List.of("2026-01-31", "2026-05-15", "2026-01-01", "2026-04-15")) {
      becomes(ana("1", end));
      becomes(ana("0.5", end));
      becomes(ana("0.5", null));
    }
  }

  @Test
  void a_changed_fte_changes_budget_and_working_time_from_the_first_day_on() {
    recording.imports(ana("1", null));
    changesTo(ana("0.5", null), "PostResized 2026-01-01", "WorkingTimeChanged 2026-01-01");
    changesTo(
        ana("0.8", "2026-03-31"),
        "PostResized 2026-01-01",
        "WorkingTimeChanged 2026-01-01",
        "PostVacated 2026-04-01");
    changesTo(
        ana("0.6", "2026-04-30"),
        "PostResized 2026-01-01",
        "WorkingTimeChanged 2026-01-01",
        "PostFilled 2026-04-01",
        "PostVacated 2026-05-01");
    changesTo(
        ana("1", "2026-04-30"),
        "PostResized 2026-01-01",
        "WorkingTimeChanged 2026-01-01",
        "WorkingTimeChanged 2026-04-01");
  }

  @Test
  void nobody_works_more_than_one_full_time_post() {
    recording.imports(line("Ana", "T1", "North", "0.6", FROM, null));
    recording
        .imports(line("Ana", "T2", "North", "0.5", "2026-02-01", null))
        .refused(ImportRule.OVER_FULL_TIME, "Ana", "1.1", "2026-02-01");
    recording
        .imports(line("Ana", "T2", "North", "0.4", "2026-02-01", null))
        .to("TeamCreated 1900-01-01", "PostOpened 2026-02-01", "PostFilled 2026-02-01");
    recording
        .imports(line("Ana", "T1", "North", "0.7", FROM, null))
        .refused(ImportRule.OVER_FULL_TIME, "2026-02-01");
    recording
        .imports(line("Ana", "T1", "North", "0.7", FROM, "2026-01-31"))
        .to("PostResized 2026-01-01", "WorkingTimeChanged 2026-01-01", "PostVacated 2026-02-01");
  }

  @Test
  void a_team_stays_in_its_territory() {
    recording.imports(ana("1", null));
    recording
        .imports(line("Ben", "T1", "South", "1", FROM, null))
        .refused(ImportRule.TEAM_IN_OTHER_TERRITORY, "T1", "North", "South");
  }

  @Test
  void a_team_of_later_days_takes_no_earlier_post() {
    recording
        .given("2026-02-01", new TerritoryCreated(new TerritoryId("North"), new Label("North")))
        .given(
            "2026-02-01",
            new TeamCreated(new TeamId("T1"), new TerritoryId("North"), new Label("One")));
    recording.imports(ana("1", null)).refused(CommonRule.TEAM_UNKNOWN, "2026-02-01");
    recording
        .imports(line("Ben", "T2", "North", "1", FROM, null))
        .refused(ImportRule.TERRITORY_UNKNOWN, "2026-02-01");
    recording
        .imports(line("Ben", "T2", "North", "1", "2026-03-01", null))
        .to("TeamCreated 2026-02-01", "PostOpened 2026-03-01", "PostFilled 2026-03-01");
  }

  @Test
  void what_was_changed_here_since_is_not_overwritten() {
    ImportPost ana = ana("1", null);
    recording.imports(ana);
    recording.given("2026-05-01", new PostVacated(ana.postId(), new ProfessionalId("Ana")));
    recording.imports(ana("1", null)).toNothing();
    recording
        .imports(ana("0.5", null))
        .refused(CommonRule.CONTRADICTS_RECORDED_FACT, ana.postId().value());
    recording.imports(ana("1", "2026-04-30")).toNothing();
  }

  @Test
  void a_smaller_post_still_holds_who_was_put_in_it_here() {
    ImportPost vacant = line(null, "T1", "North", "0.5", FROM, null);
    recording.imports(vacant);
    recording.given(
        "2026-02-01", new PostFilled(vacant.postId(), new ProfessionalId("Eva"), fte("0.5"), null));
    recording.imports(line(null, "T1", "North", "0.5", FROM, null)).toNothing();
    recording
        .imports(line(null, "T1", "North", "0.4", FROM, null))
        .refused(CommonRule.CONTRADICTS_RECORDED_FACT);
  }

  @Test
  void posts_are_planned_at_most_24_months_ahead() {
    recording
        .imports(line("Ana", "T1", "North", "1", "2028-07-02", null))
        .refused(CommonRule.EFFECTIVE_IN_FUTURE, "2028-07-02", "24 months");
    recording
        .imports(line("Ana", "T1", "North", "1", FROM, "2099-12-31"))
        .refused(CommonRule.EFFECTIVE_IN_FUTURE, "2100-01-01", "empty");
    recording
        .imports(line("Ana", "T1", "North", "1", "2028-07-01", null))
        .to(
            "TerritoryCreated 1900-01-01",
            "TeamCreated 1900-01-01",
            "PostOpened 2028-07-01",
            "PostFilled 2028-07-01");
  }

  /** Records these facts, then nothing for the same line, and the post is as the line says. */
  private void changesTo(ImportPost line, String... facts) {
    recording.imports(line).to(facts);
    isAsSaid(line);
  }

  private void becomes(ImportPost line) {
    recording.imports(line).toSomething();
    isAsSaid(line);
  }

  private void isAsSaid(ImportPost line) {
    recording.imports(line).toNothing();
    Staffing staffing = Timeline.of(recording.facts()).fold(Staffing.NOBODY, Staffing::evolve);
    for (EffectiveDay at = day("2025-12-30");
        at.isBefore(day("2026-07-01"));
        at = new EffectiveDay(at.value().plusDays(1))) {
      assertThat(staffing.fteIn(line.postId(), at))
          .as("%s on %s", line, at)
          .isEqualByComparingTo(line.holdsOn(at) ? line.fte().value() : BigDecimal.ZERO);
    }
  }

  private static ImportPost ana(String fte, @Nullable String to) {
    return line("Ana", "T1", "North", fte, FROM, to);
  }

  private static ImportPost line(
      @Nullable String who,
      String team,
      String territory,
      String fte,
      String from,
      @Nullable String to) {
    String key = who + "/" + team + "/" + from;
    return new ImportPost(
        new PostId("post " + key),
        new TeamId(team),
        new TerritoryId(territory),
        new ProfessionId("AS"),
        fte(fte),
        who == null ? null : new ProfessionalId(who),
        day(from),
        to == null ? null : new EffectiveDay(day(to).value().plusDays(1)),
        new ImportPost.Ids(
            id("territory " + territory), id("team " + team), n -> id("post " + key + n)));
  }

  private static Fte fte(String fte) {
    return new Fte(new BigDecimal(fte));
  }

  private static UUID id(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
