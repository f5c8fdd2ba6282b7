package org.jalon.command.state;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is worked out when it is first asked for, and then kept: of the many cases that a decision
 * reads, the rounds before the last ask only for names. Its answer never changes, so threads that
 * ask at once at worst work it out twice.
 */
public final class Once<T> implements Supplier<T> {

  private final Supplier<T> work;
  private volatile @Nullable T answer;

  private Once(Supplier<T> work) {
    this.work = work;
  }

  /** The answer of a pure function without arguments. */
  public static <T> Supplier<T> of(Supplier<T> work) {
    return new Once<>(work);
  }

  @Override
  public T get() {
    T known = answer;
    if (known == null) {
      known = work.get();
      answer = known;
    }
    return known;
  }
}
