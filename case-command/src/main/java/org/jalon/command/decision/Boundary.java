package org.jalon.command.decision;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.wire.EventCatalog;
import org.jspecify.annotations.Nullable;

/**
 * Which facts a decision rests on, and which new ones would make it obsolete: those that any of the
 * criteria admits. Adding to one takes the same time however much it names.
 */
public final class Boundary {

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

    private boolean isWithin(Criterion sameTags) {
      return sameTags.types.isEmpty() || !types.isEmpty() && sameTags.types.containsAll(types);
    }

    boolean admits(Fact fact) {
      var carried = new HashSet<>(Tags.of(fact.event()));
      carried.add(Tag.command(fact.commandId()));
      carried.add(Tag.entry(fact.position()));
      return carried.containsAll(tags)
          && (types.isEmpty() || types.contains(EventCatalog.nameOf(fact.event()).name()));
    }

    /** Whether it asks for one entry by its position. */
    public boolean isEntry() {
      return tags.stream().anyMatch(Tag::isEntry);
    }
  }

  private final List<Boundary> parts;
  private @Nullable Set<Criterion> criteria;

  private Boundary(List<Boundary> parts) {
    this.parts = parts;
  }

  /** What any of the criteria admits. */
  public Boundary(Set<Criterion> criteria) {
    this.parts = List.of();
    this.criteria = Set.copyOf(criteria);
  }

  /** Each once. */
  public Set<Criterion> criteria() {
    Set<Criterion> gathered = criteria;
    if (gathered == null) {
      gathered = gathered();
      criteria = gathered;
    }
    return gathered;
  }

  private Set<Criterion> gathered() {
    var all = new HashSet<Criterion>();
    var left = new ArrayDeque<Boundary>();
    left.push(this);
    while (!left.isEmpty()) {
      Boundary next = left.pop();
      if (next.criteria != null) {
        all.addAll(next.criteria);
      } else {
        next.parts.forEach(left::push);
      }
    }
    return Set.copyOf(all);
  }

  /**
   * One entry, whatever it is; it never changes, so nothing new makes a decision on it obsolete.
   */
  public static Boundary entry(long position) {
    return all(Tag.entry(position));
  }

  /** All facts that carry the tag. */
  public static Boundary all(Tag tag) {
    return new Boundary(Set.of(new Criterion(Set.of(), Set.of(tag))));
  }

  /** The facts of some types that carry all of the tags. */
  public static Boundary only(Set<Class<? extends Event>> types, Tag... tags) {
    return new Boundary(Set.of(new Criterion(EventCatalog.namesOf(types), Set.of(tags))));
  }

  /** What either admits. */
  public Boundary and(Boundary other) {
    return new Boundary(List.of(this, other));
  }

  /** What this names and the other does not, neither alone nor among more types. */
  public Boundary without(Boundary other) {
    Map<Set<Tag>, List<Criterion>> named =
        other.criteria().stream().collect(Collectors.groupingBy(Criterion::tags));
    return new Boundary(
        criteria().stream()
            .filter(
                one -> named.getOrDefault(one.tags(), List.of()).stream().noneMatch(one::isWithin))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether it names nothing. */
  public boolean isEmpty() {
    return criteria().isEmpty();
  }

  /** Whether any criterion admits the fact. */
  public boolean admits(Fact fact) {
    return criteria().stream().anyMatch(criterion -> criterion.admits(fact));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Boundary boundary && criteria().equals(boundary.criteria());
  }

  @Override
  public int hashCode() {
    return criteria().hashCode();
  }

  @Override
  public String toString() {
    return "Boundary" + criteria();
  }
}
