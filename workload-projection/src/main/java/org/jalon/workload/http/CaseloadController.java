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
import java.util.Optional;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.edge.PositionToken;
import org.jalon.workload.caseload.CaseByCase;
import org.jalon.workload.caseload.Dimension;
import org.jalon.workload.caseload.Selection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caseload per FTE, and the cases behind every figure of it. */
@RestController
@RequestMapping("/api/workload/caseload")
@Tag(name = "Workload")
public final class CaseloadController {

  private final Answers answers;

  /** Answers questions. */
  public CaseloadController(Answers answers) {
    this.answers = answers;
  }

  /** Rows of the caseload. */
  record CaseloadRows(List<RowAnswer> rows, LocalDate on, OffsetDateTime asOf, String position) {}

  /** The cases behind a row. */
  record CaseloadCases(
      RowAnswer.Scope scope,
      List<CaseAnswer> rows,
      int total,
      LocalDate on,
      OffsetDateTime asOf,
      String position) {}

  /** The caseload at the end of a day, one row for each scope that has cases or FTE. */
  @Operation(
      summary =
          "The caseload per FTE at the end of a day, one row for each scope that has cases or FTE",
      description =
          "`by` is one of referent, team, territory, profession, programme; `on` a day, today"
              + " unless given; `asOf` as it was known at an instant, or at the end of a day;"
              + " `profession`, `team`, `territory`, `programme`, `referent` narrow cases and FTE"
              + " alike; `format=csv` gives a table.",
      responses =
          @ApiResponse(
              responseCode = "200",
              content = {
                @Content(
                    mediaType = "application/json",
                    schema = @Schema(implementation = CaseloadRows.class)),
                @Content(mediaType = "text/csv")
              }))
  @GetMapping
  ResponseEntity<Object> rows(
      @RequestParam(required = false) @Nullable String by,
      @RequestParam(required = false) @Nullable String on,
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
    EffectiveDay day = on == null ? answers.today() : Parameters.day("on", on);
    Optional<Instant> moment = Parameters.moment("asOf", asOf, answers.zone());
    Selection selection = Parameters.selection(profession, team, territory, programme, referent);
    Format wanted = Parameters.format(format);
    var answer = answers.after(position).figures(day, day, moment);
    OffsetDateTime known = answers.shown(moment);
    List<RowAnswer> rows = answers.rows(answer.known().on(day), dimension, selection, day, known);
    return answers.table(
        answer,
        wanted,
        () -> Tables.ofRows(rows),
        new CaseloadRows(rows, day.value(), known, answers.token(answer.knownAt())));
  }

  /** Exactly the cases that a row counts. */
  @Operation(
      summary = "Exactly the cases that a row counts",
      description =
          "`id` is that of the row's scope, `(unassigned)` for what belongs to none; the other"
              + " parameters are those of the row.",
      responses =
          @ApiResponse(
              responseCode = "200",
              content = {
                @Content(
                    mediaType = "application/json",
                    schema = @Schema(implementation = CaseloadCases.class)),
                @Content(mediaType = "text/csv")
              }))
  @GetMapping("/cases")
  ResponseEntity<Object> cases(
      @RequestParam(required = false) @Nullable String by,
      @RequestParam(required = false) @Nullable String id,
      @RequestParam(required = false) @Nullable String on,
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
    String scope = scope(dimension, id);
    EffectiveDay day = on == null ? answers.today() : Parameters.day("on", on);
    Optional<Instant> moment = Parameters.moment("asOf", asOf, answers.zone());
    Selection selection = Parameters.selection(profession, team, territory, programme, referent);
    Format wanted = Parameters.format(format);
    var answer = answers.after(position).history(day, moment);
    CaseByCase counted = answer.known().on(day);
    List<CaseAnswer> cases =
        counted.cases(dimension, scope, selection).stream().map(CaseAnswer::of).toList();
    return answers.table(
        answer,
        wanted,
        () -> Tables.ofCases(cases),
        new CaseloadCases(
            new RowAnswer.Scope(
                dimension.word(), scope, counted.caseload().label(dimension, scope)),
            cases,
            cases.size(),
            day.value(),
            answers.shown(moment),
            answers.token(answer.knownAt())));
  }

  private static String scope(Dimension by, @Nullable String id) {
    String scope = Parameters.required("id", id, "the id of a row's scope");
    if (!Dimension.UNASSIGNED.equals(scope)) {
      Parameters.id("id", scope, by::id);
    }
    return scope;
  }
}
