package org.jalon.history.load;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.jalon.history.Criterion;
import org.jalon.history.Event;

/**
 * What one client appends, drawn at random: subjects that everybody wants and subjects that few do,
 * boundaries of one or two of them, of types, and of several criteria.
 */
final class Choices {

  private static final int TYPES = 8;
  private static final int WANTED = 24;

  private final RandomGenerator random;
  private final int subjects;

  /**
   * @param subjects how many there are; fewer, more conflicts
   */
  Choices(RandomGenerator random, int subjects) {
    this.random = random;
    this.subjects = subjects;
  }

  /** What a decision rests on; none: it is made in any case. */
  List<Criterion> criteria() {
    int kind = random.nextInt(100);
    if (kind < 15) {
      return List.of();
    } else if (kind < 55) {
      return List.of(new Criterion(List.of(), List.of(subject())));
    } else if (kind < 70) {
      return List.of(new Criterion(List.of(), two()));
    } else if (kind < 84) {
      return List.of(new Criterion(List.of(type(), type()), List.of(subject())));
    } else if (kind < 86) {
      return List.of(new Criterion(List.of(type()), List.of()));
    }
    List<Criterion> several = new ArrayList<>();
    for (int i = random.nextInt(2, 4); i > 0; i--) {
      several.add(new Criterion(List.of(), List.of(subject())));
    }
    return several;
  }

  /** Events about what the decision rests on, and about something else at times. */
  List<Event> events(List<Criterion> criteria) {
    int size = random.nextInt(100);
    int number = size < 80 ? 1 : size < 95 ? random.nextInt(2, 5) : random.nextInt(5, 21);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      TreeSet<Integer> tags = new TreeSet<>();
      if (!criteria.isEmpty() && random.nextInt(10) < 9) {
        tags.addAll(criteria.get(random.nextInt(criteria.size())).tags());
      }
      if (random.nextInt(3) == 0) {
        tags.add(subject());
      }
      events.add(new Event(type(), List.copyOf(tags)));
    }
    return events;
  }

  /** Whether something that happens once in so many times happens now. */
  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  /** A number below the bound, small ones far more often. */
  long smallBelow(long bound) {
    return (long) Math.pow(Math.max(1, bound), random.nextDouble()) - 1;
  }

  private int type() {
    return random.nextInt(TYPES);
  }

  private int subject() {
    return random.nextInt(100) < 12 ? random.nextInt(WANTED) : WANTED + random.nextInt(subjects);
  }

  private List<Integer> two() {
    int one = subject();
    int other = subject();
    return one == other ? List.of(one) : List.of(Math.min(one, other), Math.max(one, other));
  }
}
