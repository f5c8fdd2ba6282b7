package org.jalon.command.http;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jalon.command.importing.UnreadableFile;
import org.jalon.command.importing.job.Import;
import org.jalon.command.importing.job.Imports;
import org.jalon.kernel.InvalidValue;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.edge.PositionToken;
import org.jalon.kernel.edge.Problem;
import org.jalon.kernel.edge.ProblemException;
import org.jalon.kernel.edge.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Imports over HTTP: the body is the file itself. */
@RestController
@RequestMapping(path = "/api/imports")
@Tag(name = "Imports")
final class ImportController {

  private static final Duration LATER = Duration.ofSeconds(10);

  private static final Pattern UUID_SHAPE =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final Imports imports;
  private final LedgerId ledger;
  private final ImportProgress progress;

  ImportController(Imports imports, LedgerId ledger, ImportProgress progress) {
    this.imports = imports;
    this.ledger = ledger;
    this.progress = progress;
  }

  /** An import that began; its report is at {@code /api/imports/{id}}. */
  record Begun(UUID id) {}

  /** Imports an IEEE 1849 XES log, plain or gzip. */
  @PostMapping(
      path = "/xes",
      consumes = {
        MediaType.APPLICATION_OCTET_STREAM_VALUE,
        MediaType.APPLICATION_XML_VALUE,
        MediaType.TEXT_XML_VALUE,
        "application/gzip",
        "application/x-gzip"
      })
  @RequestBody(
      description = "the log itself, plain or gzip",
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<Begun> log(
      @RequestParam(value = "programme", required = false) @Nullable String programme,
      @RequestParam(value = "closeAtLastEvent", defaultValue = "false") boolean closeAtLastEvent,
      @RequestParam(value = "pseudonymise", defaultValue = "false") boolean pseudonymise,
      @RequestParam(value = "dryRun", defaultValue = "false") boolean dryRun,
      @RequestHeader(value = Actors.ACTOR, required = false) @Nullable String actor,
      @RequestHeader(value = Actors.PURPOSE, required = false) @Nullable String purpose,
      InputStream body)
      throws IOException {
    var options = new Imports.LogOptions(programme(programme), closeAtLastEvent, pseudonymise);
    return begun(imports.log(body, options, Actors.of(actor, purpose), dryRun));
  }

  /** Imports posts and who holds them from a CSV. */
  @PostMapping(
      path = "/workforce",
      consumes = {
        MediaType.APPLICATION_OCTET_STREAM_VALUE,
        "text/csv",
        "application/csv",
        "application/gzip",
        "application/x-gzip"
      })
  @RequestBody(
      description = "the CSV itself, plain or gzip",
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<Begun> workforce(
      @RequestParam(value = "dryRun", defaultValue = "false") boolean dryRun,
      @RequestHeader(value = Actors.ACTOR, required = false) @Nullable String actor,
      @RequestHeader(value = Actors.PURPOSE, required = false) @Nullable String purpose,
      InputStream body)
      throws IOException {
    return begun(imports.workforce(body, Actors.of(actor, purpose), dryRun));
  }

  /** How far an import is. */
  @GetMapping("/{id}")
  ResponseEntity<ImportReport> report(@PathVariable("id") String id) {
    ImportReport report = ImportReport.of(ledger, find(id).report());
    var answer = ResponseEntity.ok();
    if (report.position() != null) {
      answer.header(PositionToken.HEADER, report.position());
    }
    return answer.body(report);
  }

  /** How far an import is, again and again until it ends. */
  @GetMapping(path = "/{id}/progress", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter progress(@PathVariable("id") String id) {
    return progress.of(find(id));
  }

  @ExceptionHandler
  ResponseEntity<Problem> unreadable(UnreadableFile e) {
    Problem problem =
        Problem.of(
            e.status(),
            e.code().tooLarge() ? "Too large" : "Malformed request",
            List.of(
                new Violation(e.code().name(), null, e.place(), String.valueOf(e.getMessage()))));
    return ResponseEntity.status(e.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static ProgrammeId programme(@Nullable String given) {
    if (given == null || given.isEmpty()) {
      throw ProblemException.malformed(
          Violation.ofField(
              "PARAMETER_MISSING",
              "programme",
              "parameter programme is missing: an import names the programme of its cases, such as"
                  + " ?programme=polyvalence; one that is not known is defined"));
    }
    try {
      return new ProgrammeId(given);
    } catch (InvalidValue e) {
      throw ProblemException.malformed(
          Violation.ofField(e.code(), "programme", String.valueOf(e.getMessage())));
    }
  }

  private static ResponseEntity<Begun> begun(Optional<Import> begun) {
    UUID id =
        begun
            .orElseThrow(
                () ->
                    ProblemException.unavailable(
                        Violation.of(
                            "TOO_MANY_IMPORTS",
                            "%d imports run already, the most at once; nothing was read, send the file again later"
                                .formatted(Imports.MOST_AT_ONCE)),
                        LATER))
            .id();
    return ResponseEntity.accepted().location(URI.create("/api/imports/" + id)).body(new Begun(id));
  }

  private Import find(String id) {
    return parsed(id)
        .flatMap(imports::find)
        .orElseThrow(
            () ->
                ProblemException.unknown(
                    Violation.of(
                        "IMPORT_UNKNOWN",
                        "no import of this id is known since the last start; if it was interrupted,"
                            + " import the same file again: nothing is recorded twice")));
  }

  private static Optional<UUID> parsed(String id) {
    return UUID_SHAPE.matcher(id).matches() ? Optional.of(UUID.fromString(id)) : Optional.empty();
  }
}
