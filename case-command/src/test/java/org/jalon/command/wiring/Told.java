package org.jalon.command.wiring;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * What a fact says, to be compared with another that was recorded elsewhere: everything but its
 * texts, its position and its time.
 */
record Told(EffectiveDay day, String what) {

  static Told of(EffectiveDay day, Event event) {
    return new Told(day, text(event));
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "-";
      case Narrative _ -> "text";
      case List<?> list -> list.stream().map(Told::text).toList().toString();
      case Record whole when whole.getClass().getPackageName().endsWith(".event") -> parts(whole);
      default -> value.toString();
    };
  }

  private static String parts(Record whole) {
    List<String> parts = new ArrayList<>();
    for (RecordComponent component : whole.getClass().getRecordComponents()) {
      try {
        parts.add(text(component.getAccessor().invoke(whole)));
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }
    return whole.getClass().getSimpleName() + parts;
  }
}
