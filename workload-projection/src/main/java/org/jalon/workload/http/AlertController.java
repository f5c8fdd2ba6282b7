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
import org.jalon.workload.caseload.Alert;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Referents with more cases than their posts admit. */
@RestController
@RequestMapping("/api/workload/alerts")
@Tag(name = "Workload")
public final class AlertController {

  private final Answers answers;

  /** Answers questions. */
  public AlertController(Answers answers) {
    this.answers = answers;
  }

  /** Open alerts. */
  record OpenAlerts(List<AlertAnswer> rows, LocalDate on, OffsetDateTime asOf, String position) {}

  /** The alerts that are open at the end of a day. */
  @Operation(
      summary = "The alerts that are open at the end of a day, by professional",
      description =
          "`ABOVE_CEILING`: less capacity left more open cases than the ceiling admits, and there"
              + " still are; `position` is null where the cases came after less capacity was"
              + " planned. `ORPHANED`: the referent of open cases holds no post. `on` is a day,"
              + " today unless given; `asOf` as it was known at an instant, or at the end of a day;"
              + " `format=csv` gives a table.",
      responses =
          @ApiResponse(
              responseCode = "200",
              content = {
                @Content(
                    mediaType = "application/json",
                    schema = @Schema(implementation = OpenAlerts.class)),
                @Content(mediaType = "text/csv")
              }))
  @GetMapping
  ResponseEntity<Object> alerts(
      @RequestParam(required = false) @Nullable String on,
      @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(required = false) @Nullable String format,
      @RequestHeader(name = PositionToken.HEADER, required = false) @Nullable String position)
      throws SQLException, InterruptedException {
    EffectiveDay day = on == null ? answers.today() : Parameters.day("on", on);
    Optional<Instant> moment = Parameters.moment("asOf", asOf, answers.zone());
    Format wanted = Parameters.format(format);
    var answer = answers.after(position).alerts(day, moment);
    List<AlertAnswer> rows = answer.known().on(day).stream().map(this::row).toList();
    return answers.table(
        answer,
        wanted,
        () -> Tables.ofAlerts(rows),
        new OpenAlerts(rows, day.value(), answers.shown(moment), answers.token(answer.knownAt())));
  }

  private AlertAnswer row(Alert alert) {
    Long position = alert.position();
    return AlertAnswer.of(alert, position == null ? null : answers.token(position));
  }
}
