package org.jalon.command.wiring;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.axonframework.messaging.commandhandling.CommandHandler;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Draft;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.decision.Rights;
import org.jalon.command.decision.Rounds;
import org.jalon.command.decision.Tags;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.wire.EventCatalog;
import org.jalon.kernel.wire.EventName;
import org.jalon.kernel.wire.Stamp;

/** The one shell around every rule: rights, idempotence, rounds, decision, append. */
final class DecidingHandler implements CommandHandler {

  private static final MessageType ANSWER = new MessageType("Answer");

  private final Function<ProcessingContext, Sourcing> reading;
  private final Entries entries;
  private final Redactions redactions;
  private final Rights rights;
  private final Fingerprints fingerprints;

  DecidingHandler(
      Function<ProcessingContext, Sourcing> reading,
      Entries entries,
      Redactions redactions,
      Rights rights,
      Fingerprints fingerprints) {
    this.reading = reading;
    this.entries = entries;
    this.redactions = redactions;
    this.rights = rights;
    this.fingerprints = fingerprints;
  }

  /** The tags of a staged fact: its subjects and its command. */
  static Set<Tag> tags(EventMessage message) {
    var draft = (Draft) Objects.requireNonNull(message.payload());
    var tags = new HashSet<>(Tags.of(draft.event()));
    tags.add(org.jalon.command.decision.Tag.command(draft.commandId()));
    return tags.stream()
        .map(tag -> new Tag(tag.key(), tag.value()))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public MessageStream.Single<CommandResultMessage> handle(
      CommandMessage message, ProcessingContext context) {
    var request = (Request<?>) Objects.requireNonNull(message.payload());
    Pending pending = decide(request, context);
    return MessageStream.fromFuture(
        CompletableFuture.completedFuture(new GenericCommandResultMessage(ANSWER, pending)));
  }

  /** An outcome that is complete once the unit of work has committed. */
  @FunctionalInterface
  interface Pending {

    /** The outcome; called after the commit, with the time of the batch that holds a position. */
    Outcome settle(LongFunction<Instant> recordedAt);
  }

  private <C> Pending decide(Request<C> request, ProcessingContext context) {
    Intent<C> intent = request.intent();
    if (!rights.allow(intent.actor(), request.kind().right())) {
      return _ -> new Outcome.Denied(request.kind().right());
    }
    Sourcing sourcing = reading.apply(context);
    Optional<Outcome> before = answeredBefore(request, sourcing);
    if (before.isPresent()) {
      return _ -> before.get();
    }
    Decision decision =
        Rounds.decide(
            request.kind().decider(), intent, boundary -> entries.facts(boundary, sourcing::facts));
    return switch (decision) {
      case Decision.Refused refused ->
          unlessAnswered(request, sourcing, new Outcome.Refused(refused));
      case Decision.Denied denied -> _ -> new Outcome.Denied(denied.right());
      case Decision.Accepted accepted when accepted.facts().isEmpty() ->
          unlessAnswered(request, sourcing, nothing(request, sourcing));
      case Decision.Accepted accepted when request.dryRun() -> {
        var types = accepted.facts().stream().map(DecidingHandler::type).toList();
        var would = new Outcome.WouldRecord(sourcing.position(), types);
        yield _ -> would;
      }
      case Decision.Accepted accepted -> append(request, accepted.facts(), sourcing);
    };
  }

  /** What does not append rests on facts that the same command may have recorded meanwhile. */
  private Pending unlessAnswered(Request<?> request, Sourcing sourcing, Outcome otherwise) {
    Outcome outcome = answeredBefore(request, sourcing).orElse(otherwise);
    return _ -> outcome;
  }

  private static Outcome nothing(Request<?> request, Sourcing sourcing) {
    return request.dryRun()
        ? new Outcome.WouldRecord(sourcing.position(), List.of())
        : new Outcome.Accepted(sourcing.position(), List.of());
  }

  private Optional<Outcome> answeredBefore(Request<?> request, Sourcing sourcing) {
    List<Sourcing.Answer> answers = sourcing.answers(request.intent().id());
    return answers.isEmpty() ? Optional.empty() : Optional.of(repeated(request, answers));
  }

  private Pending append(Request<?> request, List<Draft> facts, Sourcing sourcing) {
    redactions.prepare(facts, sourcing);
    String fingerprint =
        fingerprints.of(request.confidential() ? caseOf(facts) : Optional.empty(), request.body());
    facts.forEach(fact -> sourcing.append(message(request, fact, fingerprint)));
    List<String> types = facts.stream().map(DecidingHandler::type).toList();
    return recordedAt -> accepted(sourcing.position(), types, recordedAt);
  }

  /** The case whose secret keys the fingerprint, so that both end together. */
  private static Optional<CaseId> caseOf(List<Draft> facts) {
    return facts.stream().flatMap(fact -> Event.caseOf(fact.event()).stream()).findFirst();
  }

  private static Outcome accepted(long last, List<String> types, LongFunction<Instant> recordedAt) {
    Instant at = recordedAt.apply(last);
    List<Outcome.Answered> answered = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      answered.add(new Outcome.Answered(types.get(i), last - types.size() + 1 + i, at));
    }
    return new Outcome.Accepted(last, answered);
  }

  private Outcome repeated(Request<?> request, List<Sourcing.Answer> answers) {
    Stamp stamp = answers.getFirst().stamp();
    boolean same =
        stamp.commandName().equals(request.kind().name())
            && fingerprints.fits(stamp.fingerprint(), request.body());
    if (same) {
      var facts = answers.stream().map(Sourcing.Answer::fact).toList();
      return new Outcome.Accepted(facts.getLast().position(), facts);
    }
    return new Outcome.Refused(
        new Decision.Refused(
            CommonRule.COMMAND_ID_REUSED,
            List.of(
                new Refusal(
                    CommonRule.COMMAND_ID_REUSED,
                    "commandId",
                    request.intent().id().toString(),
                    "this command id recorded %s at position %d with another content; send a new id"
                        .formatted(stamp.commandName(), answers.getFirst().fact().position())))));
  }

  private static EventMessage message(Request<?> request, Draft fact, String fingerprint) {
    EventName name = EventCatalog.nameOf(fact.event());
    var stamp =
        new Stamp(
            fact.commandId(),
            request.kind().name(),
            fingerprint,
            request.intent().actor(),
            fact.effectiveOn().toString(),
            request.correlationId(),
            request.provenance());
    return new GenericEventMessage(
        UuidCreator.getTimeOrderedEpoch().toString(),
        new MessageType(name.name(), Integer.toString(name.version())),
        fact,
        stamp.toMetadata(),
        Instant.EPOCH);
  }

  private static String type(Draft fact) {
    return EventCatalog.nameOf(fact.event()).name();
  }
}
