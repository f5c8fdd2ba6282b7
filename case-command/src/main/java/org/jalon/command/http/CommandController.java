package org.jalon.command.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jalon.kernel.Actor;
import org.jalon.kernel.edge.PositionToken;
import org.jalon.kernel.edge.Problem;
import org.jalon.kernel.edge.ProblemException;
import org.jalon.kernel.edge.Problems;
import org.jalon.kernel.edge.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Commands over HTTP. */
@RestController
@RequestMapping(path = "/api/commands")
@Tag(name = "Commands")
final class CommandController {

  private static final int MOST_BYTES = 2 * 1024 * 1024;
  private static final int MOST_BYTES_TOGETHER = 16 * 1024 * 1024;
  private static final int MOST_COMMANDS = 1_000;

  private final CommandDesk desk;
  private final Problems problems;
  private final List<Catalogue.CommandEntry> catalogue = Catalogue.entries();

  CommandController(CommandDesk desk, Problems problems) {
    this.desk = desk;
    this.problems = problems;
  }

  /** Every command with its fields and refusals. */
  @GetMapping
  @Operation(summary = "Every command with its fields and refusals")
  List<Catalogue.CommandEntry> catalogue() {
    return catalogue;
  }

  /** Decides one command. */
  @PostMapping(path = "/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ApiResponse(
      responseCode = "200",
      description = "It holds, and is recorded; or there was nothing to do",
      content = @Content(schema = @Schema(implementation = Answers.Accepted.class)))
  ResponseEntity<Object> decide(
      @PathVariable("name") String name,
      @RequestParam(value = "dryRun", defaultValue = "false") boolean dryRun,
      @RequestHeader(value = Actors.ACTOR, required = false) @Nullable String actor,
      @RequestHeader(value = Actors.PURPOSE, required = false) @Nullable String purpose,
      InputStream body)
      throws IOException, InterruptedException {
    Actor who = Actors.of(actor, purpose);
    JsonNode node = CommandBodies.read(body, MOST_BYTES, desk.json());
    Object answer = desk.decide(name, node, Set.of(), who, dryRun);
    return switch (answer) {
      case Problem problem ->
          ResponseEntity.status(problem.status())
              .contentType(MediaType.APPLICATION_PROBLEM_JSON)
              .body(problem);
      case Answers.Accepted accepted ->
          ResponseEntity.ok().header(PositionToken.HEADER, accepted.position()).body(accepted);
      default -> throw new IllegalStateException("no answer of a command: " + answer);
    };
  }

  /** One accepted command among many; a refused one is its problem document. */
  record AcceptedItem(int status, @JsonUnwrapped Answers.Accepted accepted) {}

  /** Decides up to 1,000 commands, each on its own, in their order. */
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Decides up to 1,000 commands {name, ...}, each on its own, in their order")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content = @Content(array = @ArraySchema(schema = @Schema(type = "object"))))
  List<Object> decideAll(
      @RequestParam(value = "dryRun", defaultValue = "false") boolean dryRun,
      @RequestHeader(value = Actors.ACTOR, required = false) @Nullable String actor,
      @RequestHeader(value = Actors.PURPOSE, required = false) @Nullable String purpose,
      InputStream body)
      throws IOException, InterruptedException {
    Actor who = Actors.of(actor, purpose);
    JsonNode node = CommandBodies.read(body, MOST_BYTES_TOGETHER, desk.json());
    if (!(node instanceof ArrayNode commands)) {
      throw ProblemException.malformed(
          Violation.of("JSON_MALFORMED", "an array of commands {name, ...} is expected here"));
    }
    if (commands.size() > MOST_COMMANDS) {
      throw ProblemException.tooLarge(
          Violation.of(
              "TOO_MANY_COMMANDS",
              "%d commands are more than %d; send them in parts"
                  .formatted(commands.size(), MOST_COMMANDS)));
    }
    List<Object> items = new ArrayList<>();
    for (JsonNode command : commands) {
      items.add(item(command, who, dryRun));
    }
    return items;
  }

  private Object item(JsonNode command, Actor who, boolean dryRun) throws InterruptedException {
    try {
      JsonNode name = command.get("name");
      if (name == null || !name.isString()) {
        throw ProblemException.malformed(
            Violation.ofField("FIELD_MISSING", "name", "each command names itself in field name"));
      }
      Object answer = desk.decide(name.stringValue(), command, Set.of("name"), who, dryRun);
      return answer instanceof Answers.Accepted accepted ? new AcceptedItem(200, accepted) : answer;
    } catch (RuntimeException e) {
      return problems.of(e);
    }
  }
}
