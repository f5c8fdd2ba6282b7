package org.jalon.command.rectifying;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jalon.command.decision.Decision;
import org.jalon.command.decision.Intent;
import org.jalon.command.decision.Refusal;
import org.jalon.command.decision.Rule;
import org.jalon.command.decision.Tag;
import org.jalon.command.decision.Tags;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.EffectiveOn;
import org.jalon.kernel.InvalidValue;
import org.jalon.kernel.Label;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.command.Fields;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.Replacement;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.wire.Amendment;
import org.jalon.kernel.wire.EventCatalog;
import org.jspecify.annotations.Nullable;

/** How an entry is to be read from now on, before anybody has asked whether that may be. */
sealed interface Reading {

  /** As it is read already. */
  record Same() implements Reading {}

  /** With values that cannot be. */
  record Impossible(List<Refusal> refusals) implements Reading {}

  /**
   * In another way.
   *
   * @param standing the entry as it stands
   * @param fact what is to be recorded
   */
  record Other(Fact standing, EntryRectified fact) implements Reading {

    /** The fact as a decision, to be put into the timeline. */
    Decision.Accepted accepted(Intent<?> intent) {
      return Decision.accept(intent, fact);
    }

    /** The first day on which it makes a difference. */
    EffectiveDay firstDay() {
      Replacement other = fact.replacement();
      return other == null || standing.day().isBefore(other.day()) ? standing.day() : other.day();
    }
  }

  /** What comes of it, if another reading comes to what its trial says. */
  default Decision decided(Function<Other, Decision> trial) {
    return switch (this) {
      case Same _ -> Decision.nothingToDo();
      case Impossible(var refusals) -> Decision.refuse(refusals);
      case Other other -> trial.apply(other);
    };
  }

  /** Without the entry. */
  static Reading without(Entry entry, Narrative reason) {
    return entry.isAnnulled() ? new Same() : rectified(entry, null, reason);
  }

  /** With other values in some of its fields. */
  static Reading with(Intent<?> intent, Entry entry, Fields fields, Narrative reason) {
    Fact standing = entry.standing();
    List<Refusal> fixed = FixedFields.refusals(standing.event(), fields);
    if (!fixed.isEmpty()) {
      return new Impossible(fixed);
    }
    return switch (new Amendment(intent.zone()).apply(standing.event(), fields)) {
      case Amendment.Rejected(var problems) ->
          new Impossible(problems.stream().map(Reading::refusal).toList());
      case Amendment.Amended(var event, var on) -> {
        boolean same =
            !entry.isAnnulled()
                && event.equals(standing.event())
                && (on == null || isAsBefore(on, entry));
        yield same ? new Same() : rectified(entry, replacement(entry, event, on), reason);
      }
    };
  }

  /** A day says nothing new about itself, an instant does unless the same was said before. */
  private static boolean isAsBefore(EffectiveOn on, Entry entry) {
    String before = entry.replacement() == null ? null : entry.replacement().effectiveOn();
    return on.day().equals(entry.standing().day())
        && (on.instant() == null || on.toString().equals(before));
  }

  private static Replacement replacement(Entry entry, Event event, @Nullable EffectiveOn on) {
    if (on != null) {
      return new Replacement(on.day(), on.toString(), event);
    }
    String before = entry.replacement() == null ? null : entry.replacement().effectiveOn();
    return new Replacement(entry.standing().day(), before, event);
  }

  private static Reading rectified(
      Entry entry, @Nullable Replacement replacement, Narrative reason) {
    Fact recorded = entry.recorded();
    Optional<CaseId> caseId = Event.caseOf(recorded.event());
    try {
      return new Other(
          entry.standing(),
          new EntryRectified(
              recorded.position(),
              EventCatalog.nameOf(recorded.event()).name(),
              caseId.orElse(null),
              subjects(entry, replacement),
              replacement,
              caseId.isPresent() ? reason : null,
              caseId.isPresent() ? null : label(reason)));
    } catch (InvalidValue e) {
      return new Impossible(
          List.of(
              Refusal.ofField(new ValueCode(e.code()), "reason", String.valueOf(e.getMessage()))));
    }
  }

  private static Label label(Narrative reason) {
    if (reason instanceof Narrative.Written(var text)) {
      return new Label(text);
    }
    throw new IllegalArgumentException("a command carries written text only");
  }

  private static List<String> subjects(Entry entry, @Nullable Replacement replacement) {
    Set<Tag> tags = new HashSet<>(Tags.of(entry.recorded().event()));
    tags.addAll(Tags.of(entry.standing().event()));
    if (replacement != null) {
      tags.addAll(Tags.of(replacement.event()));
    }
    return tags.stream().map(Tag::toString).sorted().toList();
  }

  private static Refusal refusal(Amendment.Problem problem) {
    return Refusal.ofField(rule(problem.code()), problem.field(), problem.message());
  }

  private static Rule rule(String code) {
    for (RectifyingRule rule : RectifyingRule.values()) {
      if (rule.name().equals(code)) {
        return rule;
      }
    }
    return new ValueCode(code);
  }
}
