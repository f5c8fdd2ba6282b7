package org.jalon.command.http;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jalon.kernel.command.Fields;
import org.jalon.kernel.edge.Violation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where a list or an object within a field has nothing and a value is needed. */
final class Holes {

  private static final int MOST = 20;

  private Holes() {}

  /** The first {@link #MOST} of them. */
  static List<Violation> in(JsonNode node, Type type, String path) {
    List<Violation> found = new ArrayList<>();
    look(node, type, path, found);
    return found;
  }

  private static void look(JsonNode node, Type type, String path, List<Violation> found) {
    if (type instanceof ParameterizedType list && node.isArray()) {
      Type element = list.getActualTypeArguments()[0];
      for (int i = 0; i < node.size() && found.size() < MOST; i++) {
        String at = "%s[%d]".formatted(path, i);
        if (node.get(i).isNull()) {
          found.add(
              Violation.ofField("TYPE_MISMATCH", at, at + " is null where a value is needed"));
        } else {
          look(node.get(i), element, at, found);
        }
      }
    } else if (type instanceof Class<?> known
        && known.isRecord()
        && known != Fields.class
        && node.isObject()) {
      for (RecordComponent part : known.getRecordComponents()) {
        part(node.get(part.getName()), part, path + "." + part.getName(), found);
      }
    }
  }

  private static void part(
      @Nullable JsonNode node, RecordComponent part, String path, List<Violation> found) {
    if (node != null && !node.isNull()) {
      look(node, part.getGenericType(), path, found);
    } else if (!part.getAnnotatedType().isAnnotationPresent(Nullable.class)
        && found.size() < MOST) {
      found.add(Violation.ofField("FIELD_MISSING", path, "field %s is missing".formatted(path)));
    }
  }
}
