package org.jalon.workload.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.edge.PositionToken;
import org.jalon.workload.caseload.Dimension;
import org.jalon.workload.caseload.Selection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caseload per FTE over a period. */
@RestController
@RequestMapping("/api/workload/caseload/series")
@Tag(name = "Workload")
public final class SeriesController {

  private final Answers answers;

  /** Answers questions. */
  public SeriesController(Answers answers) {
    this.answers = answers;
  }

  /** Rows of the caseload, day after day. */
  record CaseloadSeries(
      List<RowAnswer> rows,
      LocalDate from,
      LocalDate to,
      String step,
      OffsetDateTime asOf,
      String position) {}

  /** The caseload at the end of each day, ISO week or month of a period. */
  @Operation(
      summary =
          "The caseload at the end of each day, ISO week or month of a period, at most 400 points",
      description =
          "`from` and `to` are days, both included; `step` is day, week or month, which it is"
              + " unless given: points are the last day of each, the last one clipped.",
      responses =
          @ApiResponse(
              responseCode = "200",
              content = {
                @Content(
                    mediaType = "application/json",
                    schema = @Schema(implementation = CaseloadSeries.class)),
                @Content(mediaType = "text/csv")
              }))
  @GetMapping
  ResponseEntity<Object> series(
      @RequestParam(required = false) @Nullable String by,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String step,
      @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(required = false) @Nullable String profession,
      @RequestParam(required = false) @Nullable String team,
      @RequestParam(required = false) @Nullable String territory,
      @RequestParam(required = false) @Nullable String programme,
      @RequestParam(required = false) @Nullable String referent,
      @RequestParam(required = false) @Nullable String format,
      @RequestHeader(name = PositionToken.HEADER, required = false) @Nullable String position)
      throws SQLException, InterruptedException {
    Dimension dimension = Parameters.by(by);
    EffectiveDay first = Parameters.day("from", Parameters.required("from", from, "a day"));
    EffectiveDay last = Parameters.day("to", Parameters.required("to", to, "a day"));
    Step every = step == null ? Step.MONTH : Parameters.word("step", step, Step.class);
    List<EffectiveDay> points = points(first, last, every);
    Optional<Instant> moment = Parameters.moment("asOf", asOf, answers.zone());
    Selection selection = Parameters.selection(profession, team, territory, programme, referent);
    Format wanted = Parameters.format(format);
    var answer = answers.after(position).figures(first, last, moment);
    OffsetDateTime known = answers.shown(moment);
    List<RowAnswer> rows =
        points.stream()
            .flatMap(
                day ->
                    answers.rows(answer.known().on(day), dimension, selection, day, known).stream())
            .toList();
    return answers.table(
        answer,
        wanted,
        () -> Tables.ofRows(rows),
        new CaseloadSeries(
            rows,
            first.value(),
            last.value(),
            every.name().toLowerCase(Locale.ROOT),
            known,
            answers.token(answer.knownAt())));
  }

  private static List<EffectiveDay> points(EffectiveDay from, EffectiveDay to, Step step) {
    if (to.isBefore(from)) {
      throw Parameters.malformed("to", to.toString(), "lies before from, " + from);
    }
    List<EffectiveDay> points = step.points(from, to);
    if (points.size() > Step.MOST) {
      throw Parameters.malformed(
          "step",
          step.name().toLowerCase(Locale.ROOT),
          "gives more than %d points; take a longer step or a shorter period".formatted(Step.MOST));
    }
    return points;
  }
}
