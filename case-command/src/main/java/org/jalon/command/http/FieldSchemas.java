package org.jalon.command.http;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.DateSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import org.jalon.kernel.Fte;
import org.jalon.kernel.Identifier;
import org.jalon.kernel.Label;
import org.jalon.kernel.Minutes;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.Term;
import org.jalon.kernel.command.EntryPosition;
import org.jalon.kernel.command.Fields;
import org.jspecify.annotations.Nullable;

/** The types of commands' fields in the words of OpenAPI. */
final class FieldSchemas {

  private FieldSchemas() {}

  static Schema<?> of(Type type) {
    if (type instanceof ParameterizedType list) {
      return new ArraySchema().items(of(list.getActualTypeArguments()[0]));
    }
    return type instanceof Class<?> known ? of(known) : new ObjectSchema();
  }

  private static Schema<?> of(Class<?> type) {
    if (Identifier.class.isAssignableFrom(type)) {
      return new StringSchema().minLength(1).maxLength(120);
    }
    if (type.isEnum()) {
      var names = new StringSchema();
      Arrays.stream(type.getEnumConstants()).forEach(value -> names.addEnumItem(value.toString()));
      return names;
    }
    if (type == Narrative.class || type == Label.class || type == Term.class) {
      return new StringSchema();
    }
    if (type == Fte.class || type == BigDecimal.class) {
      return new NumberSchema();
    }
    if (type == Minutes.class || type == int.class || type == Integer.class) {
      return new IntegerSchema();
    }
    if (type == LocalDate.class) {
      return new DateSchema();
    }
    if (type == EntryPosition.class) {
      return new Schema<>().addOneOfItem(new IntegerSchema()).addOneOfItem(new StringSchema());
    }
    if (type == Fields.class) {
      return new ObjectSchema().additionalProperties(true);
    }
    return type == Boolean.class ? new BooleanSchema() : record(type);
  }

  private static Schema<?> record(Class<?> type) {
    var object = new ObjectSchema();
    for (RecordComponent part : type.getRecordComponents()) {
      object.addProperty(part.getName(), of(part.getGenericType()));
      if (!part.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        object.addRequiredItem(part.getName());
      }
    }
    object.setAdditionalProperties(false);
    return object;
  }
}
