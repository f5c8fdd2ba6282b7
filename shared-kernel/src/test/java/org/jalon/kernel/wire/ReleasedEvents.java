package org.jalon.kernel.wire;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.event.Event;

/**
 * What was ever released of events, a line each: their fields and types, and what those types are
 * made of. A line is added and never changes.
 */
final class ReleasedEvents {

  private static final String ENUM = "enum";

  private ReleasedEvents() {}

  /** The lines of today, what they are about before the colon, in the order of the alphabet. */
  static List<String> ofToday() {
    var lines = new TreeMap<String, String>();
    for (EventCatalog.Entry entry : EventCatalog.entries()) {
      String about = "event %s %d".formatted(entry.name().name(), entry.name().version());
      lines.put(about, fields(entry.type()));
      Stream.of(entry.type().getRecordComponents())
          .forEach(field -> collect(field.getGenericType(), lines));
    }
    return lines.entrySet().stream().map(line -> line.getKey() + ": " + line.getValue()).toList();
  }

  /**
   * What is wrong with the lines of today.
   *
   * @param released as it was committed
   * @param today what the program would write
   * @param versions reads what is not written any more
   */
  static List<String> faults(List<String> released, List<String> today, EventVersions versions) {
    Map<String, String> before = byAbout(released);
    Map<String, String> now = byAbout(today);
    var faults = new ArrayList<String>();
    before.forEach(
        (about, fields) -> {
          String there = now.get(about);
          if (there == null) {
            if (!canStillBeRead(about, versions)) {
              faults.add(
                  "%s was released and cannot be read any more; put it back, or add an upcast from its version"
                      .formatted(about));
            }
          } else if (!there.equals(fields)
              && !(about.startsWith(ENUM) && extended(fields, there))) {
            faults.add(
                "%s was released as {%s} and is {%s} now; put it back and make the change in the next version, with an upcast"
                    .formatted(about, fields, there));
          }
        });
    now.forEach(
        (about, fields) -> {
          if (!before.containsKey(about) || extended(String.valueOf(before.get(about)), fields)) {
            faults.add("new, to be added to the list: %s: %s".formatted(about, fields));
          }
        });
    return faults;
  }

  /** A group or an enum that is gone is none of any event of today any more. */
  private static boolean canStillBeRead(String about, EventVersions versions) {
    String[] parts = about.split(" ");
    if (!parts[0].equals("event")) {
      return true;
    }
    try {
      versions.reading(new EventName(parts[1], Integer.parseInt(parts[2])));
      return true;
    } catch (UnknownEvent e) {
      return false;
    }
  }

  private static boolean extended(String before, String now) {
    return now.startsWith(before + ", ");
  }

  private static Map<String, String> byAbout(List<String> lines) {
    return lines.stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(": ?", 2))
        .collect(Collectors.toMap(line -> line[0], line -> line[1], (a, _) -> a, TreeMap::new));
  }

  private static String fields(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(ReleasedEvents::field)
        .collect(Collectors.joining(", "));
  }

  private static String field(RecordComponent field) {
    return "%s%s %s"
        .formatted(
            field.getName(), Records.mayBeAbsent(field) ? "?" : "", name(field.getGenericType()));
  }

  private static String name(Type type) {
    return type instanceof ParameterizedType list
        ? "list of " + name(list.getActualTypeArguments()[0])
        : ((Class<?>) type).getSimpleName();
  }

  /** Texts, events within events and what is written as one value are not looked into. */
  private static void collect(Type type, Map<String, String> lines) {
    if (type instanceof ParameterizedType list) {
      collect(list.getActualTypeArguments()[0], lines);
    } else if (type instanceof Class<?> enumeration && enumeration.isEnum()) {
      lines.put(
          ENUM + " " + name(type),
          Arrays.stream(enumeration.getEnumConstants())
              .map(String::valueOf)
              .collect(Collectors.joining(", ")));
    } else if (type instanceof Class<?> group
        && group.isRecord()
        && group.getRecordComponents().length > 1
        && !Narrative.class.isAssignableFrom(group)
        && !Event.class.isAssignableFrom(group)) {
      lines.put("group " + name(type), fields(group));
      Stream.of(group.getRecordComponents())
          .forEach(field -> collect(field.getGenericType(), lines));
    }
  }
}
