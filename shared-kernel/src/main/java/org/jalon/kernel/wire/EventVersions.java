package org.jalon.kernel.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jalon.kernel.event.Event;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which class stands for which stored name and version, and how what was stored under an older
 * version is read as the next one.
 */
final class EventVersions {

  /**
   * How an event of some name and version is read.
   *
   * @param type of what comes out
   * @param upcasts from the stored version to that of the type, one after the other
   */
  record Reading(Class<? extends Event> type, List<UnaryOperator<ObjectNode>> upcasts) {

    /** The tree of the stored event as one of the version of the type. */
    ObjectNode upcast(ObjectNode stored) {
      ObjectNode tree = stored;
      for (UnaryOperator<ObjectNode> upcast : upcasts) {
        tree = upcast.apply(tree);
      }
      return tree;
    }
  }

  private final Map<Class<?>, EventName> names;
  private final Map<String, EventCatalog.Entry> current;
  private final Map<EventName, UnaryOperator<ObjectNode>> upcasts;

  /**
   * @param entries one for each kind of event, with its version of the day
   * @param upcasts for every older version that was ever released, how its tree becomes one of the
   *     next; a box goes along as the reference to it
   */
  EventVersions(
      List<EventCatalog.Entry> entries, Map<EventName, UnaryOperator<ObjectNode>> upcasts) {
    this.names =
        entries.stream()
            .collect(
                Collectors.toUnmodifiableMap(EventCatalog.Entry::type, EventCatalog.Entry::name));
    this.current =
        entries.stream()
            .collect(
                Collectors.toUnmodifiableMap(entry -> entry.name().name(), Function.identity()));
    this.upcasts = Map.copyOf(upcasts);
  }

  /** The name and version under which a kind of event is stored today. */
  EventName nameOf(Class<? extends Event> type) {
    EventName name = names.get(type);
    if (name == null) {
      throw new IllegalStateException(type + " has no line in the event catalogue");
    }
    return name;
  }

  /**
   * How an event is read that was stored under this name and version.
   *
   * @throws UnknownEvent if it cannot
   */
  Reading reading(EventName stored) {
    EventCatalog.Entry entry = current.get(stored.name());
    if (entry == null) {
      throw new UnknownEvent(stored, Optional.empty());
    }
    int today = entry.name().version();
    var steps = new ArrayList<UnaryOperator<ObjectNode>>();
    for (int version = stored.version(); version < today; version++) {
      UnaryOperator<ObjectNode> step = upcasts.get(new EventName(stored.name(), version));
      if (step == null) {
        throw new UnknownEvent(stored, Optional.of(entry.name()));
      }
      steps.add(step);
    }
    if (stored.version() > today) {
      throw new UnknownEvent(stored, Optional.of(entry.name()));
    }
    return new Reading(entry.type(), steps);
  }
}
