package org.jalon.command.http;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jalon.command.decision.Intent;
import org.jalon.command.ledger.LedgerException;
import org.jalon.command.wiring.CommandCatalog;
import org.jalon.command.wiring.CommandKind;
import org.jalon.command.wiring.Decisions;
import org.jalon.command.wiring.LostRace;
import org.jalon.command.wiring.Request;
import org.jalon.kernel.Actor;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.command.Command;
import org.jalon.kernel.command.EntryCommand;
import org.jalon.kernel.command.EntryPosition;
import org.jalon.kernel.edge.Problem;
import org.jalon.kernel.edge.ProblemException;
import org.jalon.kernel.edge.Violation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Turns one JSON object into a decision and its answer. */
final class CommandDesk {

  private final Decisions decisions;
  private final LedgerId ledger;
  private final InstantSource clock;
  private final ZoneId zone;
  private final JsonMapper json = CommandJson.mapper();
  private final Map<Class<?>, CommandReader<?>> readers = new ConcurrentHashMap<>();

  CommandDesk(Decisions decisions, LedgerId ledger, InstantSource clock, ZoneId zone) {
    this.decisions = decisions;
    this.ledger = ledger;
    this.clock = clock;
    this.zone = zone;
  }

  JsonMapper json() {
    return json;
  }

  /**
   * Decides one command.
   *
   * @param envelope names of fields that stand beside the command's own
   * @return {@link Answers.Accepted} or {@link Problem}
   */
  Object decide(String name, JsonNode body, Set<String> envelope, Actor actor, boolean dryRun)
      throws InterruptedException {
    CommandKind<? extends Command> kind =
        CommandCatalog.named(name).orElseThrow(() -> unknown(name));
    return decide(kind, body, envelope, actor, dryRun);
  }

  private <C extends Command> Object decide(
      CommandKind<C> kind, JsonNode body, Set<String> beside, Actor actor, boolean dryRun)
      throws InterruptedException {
    if (!(body instanceof ObjectNode object)) {
      throw ProblemException.malformed(
          Violation.of("JSON_MALFORMED", "a command is a JSON object of its fields"));
    }
    List<Violation> violations = new ArrayList<>();
    Envelope envelope = Envelope.read(object, clock, zone, violations);
    var known = new HashSet<>(Envelope.FIELDS);
    known.addAll(beside);
    @Nullable C command = reader(kind.type()).read(object, known, violations);
    if (command == null) {
      return ValueRule.problem(violations);
    }
    if (command instanceof EntryCommand of && !of.position().ledger().equals(ledger)) {
      throw ProblemException.malformed(elsewhere(of.position()));
    }
    var intent =
        new Intent<>(
            command, envelope.commandId(), actor, envelope.effectiveOn(), envelope.today(), zone);
    var request =
        new Request<>(kind, intent, true, fingerprinted(command, envelope), dryRun, null, null);
    try {
      return Answers.of(ledger, envelope.commandId(), decisions.decide(request));
    } catch (LedgerException | LostRace e) {
      throw LedgerProblems.of(e, envelope.commandId());
    }
  }

  /** The body in one form, whatever the order and spacing of its fields. */
  private byte[] fingerprinted(Command command, Envelope envelope) {
    var body = json.createObjectNode();
    body.put("effectiveOn", envelope.given());
    body.set("command", json.valueToTree(command));
    return json.writeValueAsBytes(body);
  }

  @SuppressWarnings("unchecked")
  private <C extends Command> CommandReader<C> reader(Class<C> type) {
    return (CommandReader<C>) readers.computeIfAbsent(type, _ -> new CommandReader<>(json, type));
  }

  private Violation elsewhere(EntryPosition position) {
    return Violation.ofField(
        "POSITION_MALFORMED",
        "position",
        "%s is of another ledger; this one is %s".formatted(position, ledger));
  }

  private static ProblemException unknown(String name) {
    String shown = name.length() > 40 ? name.substring(0, 40) + "..." : name;
    return ProblemException.unknown(
        Violation.of(
            "COMMAND_UNKNOWN",
            "there is no command '%s'; GET /api/commands lists them".formatted(shown)));
  }
}
