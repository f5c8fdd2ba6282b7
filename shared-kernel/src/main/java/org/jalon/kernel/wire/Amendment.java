package org.jalon.kernel.wire;

import java.lang.reflect.RecordComponent;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jalon.kernel.EffectiveOn;
import org.jalon.kernel.InvalidValue;
import org.jalon.kernel.command.Fields;
import org.jalon.kernel.event.Event;
import org.jspecify.annotations.Nullable;

/** Reads a recorded event with other values in some of its fields; pure, safe for many threads. */
public final class Amendment {

  /** The event with the new values, or all that is wrong with them. */
  public sealed interface Answer {}

  /**
   * The event as it should be read.
   *
   * @param event of the same kind; fields that were not named keep their value
   * @param effectiveOn when it happened, if that was named
   */
  public record Amended(Event event, @Nullable EffectiveOn effectiveOn) implements Answer {}

  /**
   * Values that cannot be taken.
   *
   * @param problems at least one
   */
  public record Rejected(List<Problem> problems) implements Answer {}

  /**
   * One value that cannot be taken.
   *
   * @param field where it stands, for example {@code fields.scores/1/score}
   * @param code {@code FIELD_UNKNOWN}, {@code FIELD_FIXED}, {@code FIELD_MISSING}, {@code
   *     TYPE_MISMATCH}, or the rule of the value itself such as {@code MINUTES_OUT_OF_RANGE}
   * @param message for people; quotes no text
   */
  public record Problem(String field, String code, String message) {}

  private static final String ALL = "fields";
  private static final String EFFECTIVE_ON = "effectiveOn";

  /** Whoever was written down under the wrong one of these annuls the entry and records another. */
  private static final Set<String> IDENTITY =
      Set.of(
          "caseId",
          "interventionId",
          "objectiveId",
          "postId",
          "programmeId",
          "teamId",
          "territoryId");

  private final FieldReader reader = new FieldReader();
  private final ZoneId zone;

  /**
   * @param zone of the installation, in which an instant falls on its day
   */
  public Amendment(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * Puts new values into an event. A text comes as a string and is {@code Written} then; texts that
   * are not named stay sealed. Null takes a value away that may be absent.
   */
  public Answer apply(Event event, Fields fields) {
    var problems = new ArrayList<Problem>();
    var left = new LinkedHashMap<String, @Nullable Object>(fields.values());
    EffectiveOn effectiveOn = effectiveOn(left, problems);
    RecordComponent[] components = event.getClass().getRecordComponents();
    var values = new ArrayList<@Nullable Object>();
    for (RecordComponent component : components) {
      Object before = Records.value(component, event);
      values.add(
          left.containsKey(component.getName())
              ? after(component, before, left.remove(component.getName()), problems)
              : before);
    }
    left.keySet().forEach(name -> problems.add(unknown(name, event, components)));
    if (problems.isEmpty()) {
      try {
        return new Amended((Event) Records.make(event.getClass(), values), effectiveOn);
      } catch (InvalidValue e) {
        problems.add(FieldReader.invalid(ALL, e));
      }
    }
    return new Rejected(List.copyOf(problems));
  }

  private @Nullable EffectiveOn effectiveOn(
      Map<String, @Nullable Object> left, List<Problem> problems) {
    if (!left.containsKey(EFFECTIVE_ON)) {
      return null;
    }
    String path = path(EFFECTIVE_ON);
    switch (left.remove(EFFECTIVE_ON)) {
      case null -> problems.add(FieldReader.required(path));
      case String text -> {
        try {
          return EffectiveOn.parse(text, zone);
        } catch (InvalidValue e) {
          problems.add(FieldReader.invalid(path, e));
        }
      }
      default ->
          problems.add(
              FieldReader.malformed(
                  path,
                  "a day such as 2026-03-01 or an instant with offset such as"
                      + " 2026-03-01T09:30:00+01:00"));
    }
    return null;
  }

  private @Nullable Object after(
      RecordComponent component,
      @Nullable Object before,
      @Nullable Object sent,
      List<Problem> problems) {
    Object after = reader.read(component, sent, path(component.getName()), problems);
    if (IDENTITY.contains(component.getName()) && after != null && !Objects.equals(before, after)) {
      problems.add(
          new Problem(
              path(component.getName()),
              "FIELD_FIXED",
              "%s of a recorded entry stays %s; annul the entry and record it where it belongs"
                  .formatted(component.getName(), before)));
    }
    return after;
  }

  private static Problem unknown(String name, Event event, RecordComponent[] components) {
    return new Problem(
        path(name),
        "FIELD_UNKNOWN",
        "%s has no such field; it has %s, %s"
            .formatted(
                EventCatalog.nameOf(event).name(),
                Arrays.stream(components)
                    .map(RecordComponent::getName)
                    .collect(Collectors.joining(", ")),
                EFFECTIVE_ON));
  }

  private static String path(String field) {
    return ALL + "." + field;
  }
}
