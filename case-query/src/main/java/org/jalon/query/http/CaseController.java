package org.jalon.query.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.edge.PositionToken;
import org.jalon.kernel.edge.ProblemException;
import org.jalon.kernel.edge.ViewGate;
import org.jalon.kernel.edge.Violation;
import org.jalon.kernel.feed.LiveView;
import org.jalon.kernel.wire.KeyStore;
import org.jalon.query.casefile.CaseFile;
import org.jalon.query.casefile.CaseFiles;
import org.jalon.query.caselist.CaseFilter;
import org.jalon.query.caselist.CaseRows;
import org.jalon.query.caselist.CaseStatus;
import org.jalon.query.caselist.ListPlace;
import org.jalon.query.journal.Corrections;
import org.jalon.query.journal.Journal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about cases. */
@RestController
@RequestMapping(path = "/api/cases", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Cases")
public final class CaseController {

  private static final int LISTED = 50;
  private static final int MOST_LISTED = 500;
  private static final int MOST_ENTRIES = 5_000;

  private final LiveView view;
  private final ViewGate gate;
  private final Journal journal;
  private final CaseRows rows;
  private final KeyStore keys;
  private final Clock clock;

  /**
   * @param clock says what today is, in the zone of the installation
   */
  public CaseController(LiveView view, Journal journal, CaseRows rows, KeyStore keys, Clock clock) {
    this.view = view;
    this.gate = new ViewGate(view.ledger(), List.of(view));
    this.journal = journal;
    this.rows = rows;
    this.keys = keys;
    this.clock = clock;
  }

  @GetMapping
  @Operation(
      summary = "Lists cases by opening day, then id",
      description =
          "Those that match every parameter given; `due` is a day: something is due then"
              + " or before. `limit` is 50 unless given, at most 500; `after` is the cursor of the"
              + " page before.")
  ResponseEntity<CaseListBody> list(
      @RequestHeader(name = PositionToken.HEADER, required = false) @Nullable String wanted,
      @RequestParam(required = false) @Nullable String referent,
      @RequestParam(required = false) @Nullable String team,
      @RequestParam(required = false) @Nullable String programme,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String due,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable String limit)
      throws SQLException, InterruptedException {
    EffectiveDay dueOn = Parameters.day("due", due);
    var filter =
        new CaseFilter(
            Parameters.id("referent", referent, ProfessionalId::new),
            Parameters.id("team", team, TeamId::new),
            Parameters.id("programme", programme, ProgrammeId::new),
            Parameters.oneOf("status", status, CaseStatus.class),
            dueOn == null ? null : dueOn.value());
    int most = Math.toIntExact(Parameters.number("limit", limit, 1, MOST_LISTED, LISTED));
    Optional<ListPlace> place =
        Optional.ofNullable(
            Parameters.read("after", after, Cursor::parse, "the cursor of a page before"));
    gate.pass(wanted);
    var answer = view.read(connection -> rows.list(connection, filter, place, most));
    PositionToken position = position(answer);
    var page = answer.value();
    String next = page.cases().size() < most ? null : Cursor.after(page.cases().getLast());
    return answered(
        position, new CaseListBody(page.cases(), page.total(), next, position.toString()));
  }

  @GetMapping("/{id}")
  @Operation(
      summary = "A case file",
      description =
          "As it is today; `on` a day in the world; `asOf` as it was known at an instant,"
              + " or at the end of a day; `position` as it was known there. They combine: `asOf`"
              + " and `position` choose which facts and rectifications are known, `on` where to"
              + " stop in the world.")
  ResponseEntity<CaseFileBody> file(
      @PathVariable String id,
      @RequestHeader(name = PositionToken.HEADER, required = false) @Nullable String wanted,
      @RequestParam(required = false) @Nullable String on,
      @RequestParam(required = false) @Nullable String asOf,
      @RequestParam(required = false) @Nullable String position)
      throws SQLException, InterruptedException {
    var caseId = new CaseId(id);
    Asked asked = Asked.of(on, asOf, Parameters.position("position", position), clock);
    gate.pass(wanted);
    gate.pass(position);
    var files = new CaseFiles(journal);
    var answer = view.read(connection -> files.find(connection, caseId, asked.known()));
    CaseFiles.Found found = answer.value();
    if (found.file() instanceof CaseFile.Unopened) {
      throw unknown(caseId, answer);
    }
    var texts = new Texts(keys, found.entries(), found.corrections());
    PositionToken rests = position(answer);
    return answered(rests, new CaseFileShown(found, texts, asked.on(), rests.toString()).body());
  }

  @GetMapping("/{id}/history")
  @Operation(
      summary = "Every entry of a case, in the order in which it was recorded",
      description =
          "As it was recorded: what was rectified later stays, and says so. `limit` is 5,000, the"
              + " most, unless given; `after` is the position of the last entry of the page"
              + " before.")
  ResponseEntity<HistoryBody> history(
      @PathVariable String id,
      @RequestHeader(name = PositionToken.HEADER, required = false) @Nullable String wanted,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable String limit)
      throws SQLException, InterruptedException {
    var caseId = new CaseId(id);
    long from = Parameters.number("after", after, 0, Long.MAX_VALUE, 0);
    int most = Math.toIntExact(Parameters.number("limit", limit, 1, MOST_ENTRIES, MOST_ENTRIES));
    gate.pass(wanted);
    var answer = view.read(connection -> recorded(connection, caseId, from, most));
    Journal.Page page = answer.value().page();
    if (page.total() == 0) {
      throw unknown(caseId, answer);
    }
    var texts = new Texts(keys, page.entries(), answer.value().corrections());
    List<HistoryBody.HistoryRow> shown =
        page.entries().stream()
            .map(entry -> new EntryShown(entry, texts, answer.value().corrections()).row())
            .toList();
    Long next = shown.size() < most ? null : Long.valueOf(shown.getLast().position());
    PositionToken rests = position(answer);
    return answered(rests, new HistoryBody(id, shown, page.total(), next, rests.toString()));
  }

  /** A page of the history, and what became of its entries later. */
  private record Recorded(Journal.Page page, Corrections corrections) {}

  private Recorded recorded(Connection connection, CaseId caseId, long after, int most)
      throws SQLException {
    return new Recorded(
        journal.history(connection, caseId, after, most), journal.corrections(connection, caseId));
  }

  private PositionToken position(LiveView.Answer<?> answer) {
    return new PositionToken(view.ledger(), answer.position());
  }

  private static <T> ResponseEntity<T> answered(PositionToken position, T body) {
    return ResponseEntity.ok().header(PositionToken.HEADER, position.toString()).body(body);
  }

  private ProblemException unknown(CaseId caseId, LiveView.Answer<?> answer) {
    return ProblemException.unknown(
        new Violation(
            "CASE_UNKNOWN",
            null,
            caseId.value(),
            "case %s is not there at the point asked for, in what is recorded up to %s; check the id and the point, or ask with %s for what was recorded just now"
                .formatted(caseId, position(answer), PositionToken.HEADER)));
  }
}
