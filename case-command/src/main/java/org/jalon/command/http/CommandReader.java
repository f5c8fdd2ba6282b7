package org.jalon.command.http;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jalon.kernel.Excerpt;
import org.jalon.kernel.InvalidValue;
import org.jalon.kernel.command.Command;
import org.jalon.kernel.edge.Violation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads one kind of command from JSON, field by field, so that every fault is reported. */
final class CommandReader<C extends Command> {

  private static final int SHOWN = 40;

  private final JsonMapper json;
  private final Constructor<C> constructor;
  private final List<FieldShape> fields;

  CommandReader(JsonMapper json, Class<C> type) {
    this.json = json;
    RecordComponent[] components = type.getRecordComponents();
    this.fields = Arrays.stream(components).map(FieldShape::of).toList();
    try {
      this.constructor =
          type.getConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type + " has no canonical constructor", e);
    }
  }

  /** The command, or all that is wrong with the body in {@code violations}. */
  @Nullable C read(ObjectNode body, Set<String> envelope, List<Violation> violations) {
    Set<String> known = fields.stream().map(FieldShape::name).collect(Collectors.toSet());
    body.propertyNames().stream()
        .filter(name -> !known.contains(name) && !envelope.contains(name))
        .forEach(name -> violations.add(unknown(name)));
    List<@Nullable Object> values = new ArrayList<>();
    for (FieldShape field : fields) {
      values.add(value(field, body.get(field.name()), violations));
    }
    return violations.isEmpty() ? created(values, violations) : null;
  }

  private @Nullable Object value(
      FieldShape field, @Nullable JsonNode node, List<Violation> violations) {
    if (node == null || node.isNull()) {
      if (field.mandatory()) {
        violations.add(
            Violation.ofField(
                "FIELD_MISSING",
                field.name(),
                "field %s is missing: %s (%s)"
                    .formatted(field.name(), field.meaning(), field.type())));
      }
      return null;
    }
    List<Violation> holes = Holes.in(node, field.javaType(), field.name());
    if (!holes.isEmpty()) {
      violations.addAll(holes);
      return null;
    }
    try {
      return json.treeToValue(node, json.constructType(field.javaType()));
    } catch (InvalidValue e) {
      violations.add(invalid(e, field.name()));
    } catch (JacksonException e) {
      violations.add(mistyped(field, e));
    }
    return null;
  }

  private @Nullable C created(List<@Nullable Object> values, List<Violation> violations) {
    try {
      return constructor.newInstance(values.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof InvalidValue invalid) {
        violations.add(Violation.of(invalid.code(), String.valueOf(invalid.getMessage())));
        return null;
      }
      throw new IllegalStateException(constructor + " failed", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(constructor + " cannot be called", e);
    }
  }

  private static Violation mistyped(FieldShape field, JacksonException e) {
    String path = field.name() + below(e);
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidValue invalid) {
        return invalid(invalid, path);
      }
    }
    if (e instanceof UnrecognizedPropertyException unrecognized) {
      return unknown(field.name() + "." + unrecognized.getPropertyName());
    }
    return Violation.ofField(
        "TYPE_MISMATCH",
        path,
        e instanceof InvalidFormatException malformed
            ? "field %s is '%s', not: %s"
                .formatted(path, Excerpt.of(String.valueOf(malformed.getValue())), field.type())
            : "field %s is not: %s".formatted(path, field.type()));
  }

  private static String below(JacksonException e) {
    if (!(e instanceof DatabindException)) {
      return "";
    }
    return e.getPath().stream()
        .map(
            step ->
                step.getPropertyName() == null
                    ? "[%d]".formatted(step.getIndex())
                    : "." + step.getPropertyName())
        .collect(Collectors.joining());
  }

  private static Violation invalid(InvalidValue e, String field) {
    return Violation.ofField(e.code(), field, String.valueOf(e.getMessage()));
  }

  private static Violation unknown(String name) {
    String shown = name.length() > SHOWN ? name.substring(0, SHOWN) + "..." : name;
    return Violation.ofField(
        "FIELD_UNKNOWN",
        shown,
        "field '%s' is not known here; see GET /api/commands".formatted(shown));
  }
}
