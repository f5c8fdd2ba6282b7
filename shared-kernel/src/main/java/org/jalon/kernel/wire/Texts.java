package org.jalon.kernel.wire;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.Replacement;
import org.jspecify.annotations.Nullable;

/** Finds the free texts of an event, whatever its kind. */
public final class Texts {

  /**
   * A text in its field.
   *
   * @param path of the field as the codec writes it, a JSON pointer
   */
  public record At(String path, Narrative text) {}

  private Texts() {}

  /** All texts of an event, in the order of its fields. */
  public static List<At> of(Event event) {
    var found = new ArrayList<At>();
    find(event, "", found);
    return found;
  }

  /** The event with something else in the place of each text. */
  static Event replaced(Event event, UnaryOperator<Narrative> other) {
    return (Event) replaced((Object) event, other);
  }

  private static void find(@Nullable Object value, String path, List<At> found) {
    switch (value) {
      case Narrative text -> found.add(new At(path, text));
      case Replacement replacement -> find(replacement.event(), path + "/data", found);
      case List<?> elements -> {
        for (int i = 0; i < elements.size(); i++) {
          find(elements.get(i), path + "/" + i, found);
        }
      }
      case Record fields -> {
        for (RecordComponent field : fields.getClass().getRecordComponents()) {
          find(Records.value(field, fields), path + "/" + field.getName(), found);
        }
      }
      case null -> {}
      default -> {}
    }
  }

  private static Object replaced(Object value, UnaryOperator<Narrative> other) {
    return switch (value) {
      case Narrative text -> other.apply(text);
      case List<?> elements -> elements.stream().map(element -> replaced(element, other)).toList();
      case Record fields -> {
        var values = new ArrayList<@Nullable Object>();
        for (RecordComponent field : fields.getClass().getRecordComponents()) {
          Object before = Records.value(field, fields);
          values.add(before == null ? null : replaced(before, other));
        }
        yield Records.make(fields.getClass(), values);
      }
      default -> value;
    };
  }
}
