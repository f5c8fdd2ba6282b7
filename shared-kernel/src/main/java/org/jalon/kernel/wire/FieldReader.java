package org.jalon.kernel.wire;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Fte;
import org.jalon.kernel.InvalidValue;
import org.jalon.kernel.Minutes;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.wire.Amendment.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** Makes values of the published language of what was sent, noting every fault at its place. */
final class FieldReader {

  private final JsonMapper json =
      JsonMapper.builder()
          .addModule(new ValueModule())
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .build();

  /** The value of a field; null if it is taken away, or if there is a problem. */
  @Nullable Object read(
      RecordComponent field, @Nullable Object sent, String path, List<Problem> problems) {
    if (sent == null && Records.mayBeAbsent(field)) {
      return null;
    }
    return read(field.getGenericType(), sent, path, problems);
  }

  private @Nullable Object read(
      Type type, @Nullable Object sent, String path, List<Problem> problems) {
    if (sent == null) {
      problems.add(required(path));
      return null;
    }
    return switch (type) {
      case ParameterizedType list -> list(list.getActualTypeArguments()[0], sent, path, problems);
      case Class<?> group when isGroup(group) -> group(group, sent, path, problems);
      case Class<?> value -> value(value, sent, path, problems);
      default -> throw new IllegalStateException("a field of type " + type);
    };
  }

  /** A value has one field; what has several is a group of values. */
  private static boolean isGroup(Class<?> type) {
    return type.isRecord() && type.getRecordComponents().length > 1;
  }

  private @Nullable Object list(Type of, Object sent, String path, List<Problem> problems) {
    if (!(sent instanceof List<?> elements)) {
      problems.add(malformed(path, "a list"));
      return null;
    }
    int before = problems.size();
    var values = new ArrayList<@Nullable Object>();
    for (int i = 0; i < elements.size(); i++) {
      values.add(read(of, elements.get(i), path + "/" + i, problems));
    }
    return problems.size() == before ? values : null;
  }

  private @Nullable Object group(Class<?> type, Object sent, String path, List<Problem> problems) {
    RecordComponent[] components = type.getRecordComponents();
    String known =
        Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.joining(", "));
    if (!(sent instanceof Map<?, ?> fields)) {
      problems.add(malformed(path, "an object with the fields " + known));
      return null;
    }
    int before = problems.size();
    var values = new ArrayList<@Nullable Object>();
    for (RecordComponent component : components) {
      String name = component.getName();
      values.add(read(component, fields.get(name), path + "/" + name, problems));
    }
    fields.keySet().stream()
        .map(String::valueOf)
        .filter(name -> Arrays.stream(components).noneMatch(c -> c.getName().equals(name)))
        .forEach(
            name ->
                problems.add(
                    new Problem(
                        path + "/" + name,
                        "FIELD_UNKNOWN",
                        "there is no such field here; there are " + known)));
    if (problems.size() > before) {
      return null;
    }
    try {
      return Records.make(type, values);
    } catch (InvalidValue e) {
      problems.add(invalid(path, e));
      return null;
    }
  }

  private @Nullable Object value(Class<?> type, Object sent, String path, List<Problem> problems) {
    try {
      if (type == Narrative.class && sent instanceof String text) {
        return new Narrative.Written(text);
      }
      if (type == LocalDate.class && sent instanceof String) {
        return json.convertValue(sent, EffectiveDay.class).value();
      }
      if (type != Narrative.class) {
        return json.convertValue(sent, type);
      }
    } catch (InvalidValue e) {
      problems.add(invalid(path, e));
      return null;
    } catch (JacksonException e) {
      if (e.getCause() instanceof InvalidValue invalid) {
        problems.add(invalid(path, invalid));
        return null;
      }
    }
    problems.add(malformed(path, expected(type)));
    return null;
  }

  private static String expected(Class<?> type) {
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
    }
    if (type == int.class || type == Integer.class || type == long.class) {
      return "a whole number";
    }
    if (type == Minutes.class) {
      return "a whole number of minutes";
    }
    if (type == Fte.class) {
      return "a number such as 0.8";
    }
    if (type == boolean.class) {
      return "true or false";
    }
    return type == LocalDate.class ? "a day such as \"2026-03-01\"" : "a text";
  }

  static Problem invalid(String path, InvalidValue e) {
    return new Problem(path, e.code(), String.valueOf(e.getMessage()));
  }

  static Problem required(String path) {
    return new Problem(path, "FIELD_MISSING", "this field always has a value; state the right one");
  }

  static Problem malformed(String path, String expected) {
    return new Problem(path, "TYPE_MISMATCH", expected + " is expected here");
  }
}
