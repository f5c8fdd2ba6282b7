package org.jalon.command.http;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jalon.kernel.Fte;
import org.jalon.kernel.Identifier;
import org.jalon.kernel.Label;
import org.jalon.kernel.Minutes;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.Term;
import org.jalon.kernel.command.EntryPosition;
import org.jalon.kernel.command.Fields;
import org.jalon.kernel.command.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * One field of a command, read off its record.
 *
 * @param type in words, for people
 * @param mandatory whether the body is malformed without it
 * @param required whether the command cannot do without it
 */
record FieldShape(
    String name, String type, boolean mandatory, boolean required, String meaning, Type javaType) {

  static FieldShape of(RecordComponent component) {
    boolean mandatory = !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    Meaning meaning = component.getAnnotation(Meaning.class);
    if (meaning == null) {
      throw new IllegalStateException(component + " says no @Meaning");
    }
    return new FieldShape(
        component.getName(),
        words(component.getGenericType()),
        mandatory,
        mandatory || meaning.required(),
        meaning.value(),
        component.getGenericType());
  }

  private static String words(Type type) {
    if (type instanceof ParameterizedType list) {
      return "list of " + words(list.getActualTypeArguments()[0]);
    }
    if (!(type instanceof Class<?> known)) {
      return "object";
    }
    if (Identifier.class.isAssignableFrom(known)) {
      return "id";
    }
    if (known.isEnum()) {
      return "one of " + constants(known);
    }
    if (known == Narrative.class || known == Label.class || known == Term.class) {
      return "text";
    }
    if (known == Fte.class || known == BigDecimal.class) {
      return "number";
    }
    if (known == Minutes.class || known == int.class || known == Integer.class) {
      return "whole number";
    }
    if (known == LocalDate.class) {
      return "day";
    }
    if (known == EntryPosition.class) {
      return "position";
    }
    if (known == Fields.class) {
      return "object of fields of the entry";
    }
    return known == Boolean.class ? "true or false" : fields(known);
  }

  private static String fields(Class<?> record) {
    List<String> fields =
        Arrays.stream(record.getRecordComponents())
            .map(
                part ->
                    part.getAnnotatedType().isAnnotationPresent(Nullable.class)
                        ? part.getName() + "?"
                        : part.getName())
            .toList();
    return "object {" + String.join(", ", fields) + "}";
  }

  private static String constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Object::toString)
        .collect(Collectors.joining(", "));
  }
}
