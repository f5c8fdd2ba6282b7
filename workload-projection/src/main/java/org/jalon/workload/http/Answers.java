package org.jalon.workload.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.edge.PositionToken;
import org.jalon.kernel.edge.ViewGate;
import org.jalon.workload.caseload.Caseload;
import org.jalon.workload.caseload.Dimension;
import org.jalon.workload.caseload.Selection;
import org.jalon.workload.store.Caseloads;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Waits for the view, asks it and gives the answer its form; knows what day it is, and where. */
public final class Answers {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final LedgerId ledger;
  private final Caseloads caseloads;
  private final ViewGate gate;
  private final Installation installation;

  /** Answers from a view, once it has come far enough. */
  public Answers(LedgerId ledger, Caseloads caseloads, ViewGate gate, Installation installation) {
    this.ledger = ledger;
    this.caseloads = caseloads;
    this.gate = gate;
    this.installation = installation;
  }

  EffectiveDay today() {
    return installation.today();
  }

  ZoneId zone() {
    return installation.zone();
  }

  /** The moment asked for, or now, with the offset of this place. */
  OffsetDateTime shown(Optional<Instant> asOf) {
    return installation.shown(asOf);
  }

  /** What is known, from a view that has reached the position the client knows. */
  Caseloads after(@Nullable String position) throws InterruptedException {
    gate.pass(position);
    return caseloads;
  }

  List<RowAnswer> rows(
      Caseload caseload, Dimension by, Selection selection, EffectiveDay on, OffsetDateTime asOf) {
    return caseload.rows(by, selection).stream().map(row -> RowAnswer.of(row, on, asOf)).toList();
  }

  ResponseEntity<Object> table(
      Caseloads.Answer<?> answer, Format format, Supplier<String> csv, Object document) {
    var response = ResponseEntity.ok().header(PositionToken.HEADER, token(answer.viewAt()));
    return switch (format) {
      case JSON -> response.contentType(MediaType.APPLICATION_JSON).body(document);
      case CSV -> response.contentType(CSV).body(csv.get());
    };
  }

  /** A position as clients carry it. */
  String token(long position) {
    return new PositionToken(ledger, position).toString();
  }
}
