package org.jalon.workload.http;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jalon.kernel.edge.PositionToken;
import org.jalon.kernel.edge.ViewGate;
import org.jalon.workload.caseload.Caseload;
import org.jalon.workload.caseload.Dimension;
import org.jalon.workload.caseload.Selection;
import org.jalon.workload.store.Caseloads;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caseload per FTE, and the cases behind every figure of it. */
@RestController
@RequestMapping("/api/workload/caseload")
public final class CaseloadController {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
  private static final String BY_WHAT = "one of " + Parameters.list(Dimension.class);

  private final LedgerId ledger;
  private final Caseloads caseloads;
  private final ViewGate gate;
  private final Installation installation;

  /** Answers from a view, once it has come far enough. */
  public CaseloadController(
      LedgerId ledger, Caseloads caseloads, ViewGate gate, Installation installation) {
    this.ledger = ledger;
    this.caseloads = caseloads;
    this.gate = gate;
    this.installation = installation;
  }

  /** Rows of the caseload. */
  record Rows(List<RowAnswer> rows, LocalDate on, OffsetDateTime asOf, String position) {}

  /** The cases behind a row. */
  record Cases(
      RowAnswer.Scope scope,
      List<CaseAnswer> rows,
      int total,
      LocalDate on,
      OffsetDateTime asOf,
      String position) {}

  /** Rows of the caseload, day after day. */
  record Series(
      List<RowAnswer> rows,
      LocalDate from,
      LocalDate to,
      String step,
      OffsetDateTime asOf,
      String position) {}

  /** The caseload at the end of a day, one row for each scope that has cases or FTE. */
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
    Dimension dimension = dimension(by);
    EffectiveDay day = day(on);
    Optional<Instant> moment = moment(asOf);
    Selection selection = selection(profession, team, territory, programme, referent);
    Format wanted = format(format);
    var answer = ask(position, day, day, moment);
    OffsetDateTime known = installation.shown(moment);
    List<RowAnswer> rows = rows(answer.history().on(day), dimension, selection, day, known);
    return table(
        answer,
        wanted,
        () -> Tables.ofRows(rows),
        new Rows(rows, day.value(), known, token(answer.knownAt())));
  }

  /** Exactly the cases that a row counts. */
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
    Dimension dimension = dimension(by);
    String scope = scope(dimension, id);
    EffectiveDay day = day(on);
    Optional<Instant> moment = moment(asOf);
    Selection selection = selection(profession, team, territory, programme, referent);
    Format wanted = format(format);
    var answer = ask(position, day, day, moment);
    Caseload caseload = answer.history().on(day);
    List<CaseAnswer> cases =
        caseload.cases(dimension, scope, selection).stream().map(CaseAnswer::of).toList();
    return table(
        answer,
        wanted,
        () -> Tables.ofCases(cases),
        new Cases(
            new RowAnswer.Scope(dimension.word(), scope, caseload.label(dimension, scope)),
            cases,
            cases.size(),
            day.value(),
            installation.shown(moment),
            token(answer.knownAt())));
  }

  /** The caseload at the end of each day, ISO week or month of a period. */
  @GetMapping("/series")
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
    Dimension dimension = dimension(by);
    EffectiveDay first = Parameters.day("from", Parameters.required("from", from, "a day"));
    EffectiveDay last = Parameters.day("to", Parameters.required("to", to, "a day"));
    Step every = step == null ? Step.MONTH : Parameters.word("step", step, Step.class);
    List<EffectiveDay> points = points(first, last, every);
    Optional<Instant> moment = moment(asOf);
    Selection selection = selection(profession, team, territory, programme, referent);
    Format wanted = format(format);
    var answer = ask(position, first, last, moment);
    OffsetDateTime known = installation.shown(moment);
    List<RowAnswer> rows =
        points.stream()
            .flatMap(
                day -> rows(answer.history().on(day), dimension, selection, day, known).stream())
            .toList();
    return table(
        answer,
        wanted,
        () -> Tables.ofRows(rows),
        new Series(
            rows,
            first.value(),
            last.value(),
            every.name().toLowerCase(Locale.ROOT),
            known,
            token(answer.knownAt())));
  }

  private Caseloads.Answer ask(
      @Nullable String position, EffectiveDay from, EffectiveDay to, Optional<Instant> asOf)
      throws SQLException, InterruptedException {
    gate.pass(position);
    return caseloads.read(from, to, asOf);
  }

  private ResponseEntity<Object> table(
      Caseloads.Answer answer, Format format, Supplier<String> csv, Object document) {
    var response = ResponseEntity.ok().header(PositionToken.HEADER, token(answer.viewAt()));
    return switch (format) {
      case JSON -> response.contentType(MediaType.APPLICATION_JSON).body(document);
      case CSV -> response.contentType(CSV).body(csv.get());
    };
  }

  private static List<RowAnswer> rows(
      Caseload caseload, Dimension by, Selection selection, EffectiveDay on, OffsetDateTime asOf) {
    return caseload.rows(by, selection).stream().map(row -> RowAnswer.of(row, on, asOf)).toList();
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

  private static Dimension dimension(@Nullable String by) {
    return Parameters.word("by", Parameters.required("by", by, BY_WHAT), Dimension.class);
  }

  private static String scope(Dimension by, @Nullable String id) {
    String scope = Parameters.required("id", id, "the id of a row's scope");
    if (!Dimension.UNASSIGNED.equals(scope)) {
      Parameters.id("id", scope, by::id);
    }
    return scope;
  }

  private EffectiveDay day(@Nullable String on) {
    return on == null ? installation.today() : Parameters.day("on", on);
  }

  private Optional<Instant> moment(@Nullable String asOf) {
    return Parameters.moment("asOf", asOf, installation.zone());
  }

  private static Format format(@Nullable String format) {
    return format == null ? Format.JSON : Parameters.word("format", format, Format.class);
  }

  private static Selection selection(
      @Nullable String profession,
      @Nullable String team,
      @Nullable String territory,
      @Nullable String programme,
      @Nullable String referent) {
    return new Selection(
        Parameters.id("profession", profession, ProfessionId::new),
        Parameters.id("team", team, TeamId::new),
        Parameters.id("territory", territory, TerritoryId::new),
        Parameters.id("programme", programme, ProgrammeId::new),
        Parameters.id("referent", referent, ProfessionalId::new));
  }

  private String token(long position) {
    return new PositionToken(ledger, position).toString();
  }
}
