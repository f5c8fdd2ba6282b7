package org.jalon.command.decision;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.wire.EventCatalog;

/**
 * Which facts a decision rests on, and which new ones would make it obsolete: those that any of the
 * criteria admits.
 */
public record Boundary(Set<Criterion> criteria) {

  /** Nothing. */
  public static final Boundary EMPTY = new Boundary(Set.of());

  /**
   * Facts of any of the types that carry all of the tags.
   *
   * @param types stored names; empty admits every type
   * @param tags at least one
   */
  public record Criterion(Set<String> types, Set<Tag> tags) {

    /** Keeps copies. */
    public Criterion {
      types = Set.copyOf(types);
      tags = Set.copyOf(tags);
    }

    /** Whether it admits all that another with the same tags does. */
    private boolean holds(Criterion other) {
      return types.isEmpty() || !other.types.isEmpty() && types.containsAll(other.types);
    }

    boolean admits(Event event, UUID commandId) {
      var carried = new HashSet<>(Tags.of(event));
      carried.add(Tag.command(commandId));
      return carried.containsAll(tags)
          && (types.isEmpty() || types.contains(EventCatalog.nameOf(event).name()));
    }
  }

  /** Keeps a copy. */
  public Boundary {
    criteria = Set.copyOf(criteria);
  }

  /** All facts that carry the tag. */
  public static Boundary all(Tag tag) {
    return new Boundary(Set.of(new Criterion(Set.of(), Set.of(tag))));
  }

  /** The facts of some types that carry all of the tags. */
  public static Boundary only(Set<Class<? extends Event>> types, Tag... tags) {
    Set<String> names =
        types.stream()
            .map(type -> EventCatalog.nameOf(type).name())
            .collect(Collectors.toUnmodifiableSet());
    return new Boundary(Set.of(new Criterion(names, Set.copyOf(Arrays.asList(tags)))));
  }

  /** What either admits. */
  public Boundary and(Boundary other) {
    var both = new HashSet<>(criteria);
    both.addAll(other.criteria);
    return new Boundary(both);
  }

  /** What any of them admits. */
  public static Boundary union(Collection<Boundary> boundaries) {
    return new Boundary(
        boundaries.stream()
            .flatMap(boundary -> boundary.criteria.stream())
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** What this names and the other does not; fewer types of the same tags are named by more. */
  public Boundary without(Boundary other) {
    Map<Set<Tag>, List<Criterion>> named =
        other.criteria.stream().collect(Collectors.groupingBy(Criterion::tags));
    return new Boundary(
        criteria.stream()
            .filter(
                one ->
                    named.getOrDefault(one.tags(), List.of()).stream().noneMatch(o -> o.holds(one)))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether it names nothing. */
  public boolean isEmpty() {
    return criteria.isEmpty();
  }

  /** Whether any criterion admits the event. */
  public boolean admits(Event event, UUID commandId) {
    return criteria.stream().anyMatch(criterion -> criterion.admits(event, commandId));
  }
}
